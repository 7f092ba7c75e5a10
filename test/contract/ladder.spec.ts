import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/** From the ground up. A module imports from steps below its own; equals never meet. */
const LADDER = [
  ['vocabulary'],
  ['people'],
  ['communities'],
  ['evidence', 'exchange'],
  ['discussions', 'writing'],
  ['needs', 'common-ground'],
  ['peer-learning', 'practices'],
  ['advocacy'],
  ['notifications', 'activity', 'search', 'insights'],
  ['oversight', 'privacy'],
];

const root = resolve('.');
const isTest = (file: string) => /\.spec\.tsx?$|(^|\/)testing(\/|\.ts$)/.test(file);
const sources = globSync('{apps/api,libs}/**/*.{ts,tsx}').filter((file) => !isTest(file));

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');

/** `#domain/people` and a relative path alike become `libs/domain/people/index.ts` or so. */
const target = (file: string, specifier: string): string => {
  const alias = specifier.match(/^#(domain|platform)\/(.+)$/);
  if (alias) return `libs/${alias[1]}/${alias[2]}/index.ts`;
  if (specifier === '#content') return 'libs/content/index.ts';
  return specifier.startsWith('.') ? relative(root, resolve(dirname(file), specifier.replace(/\.js$/, '.ts'))) : specifier;
};

const moduleOf = (path: string): string | undefined => path.match(/^libs\/(?:domain|platform)\/[^/]+|^libs\/content|^apps\/[^/]+/)?.[0];
const stepOf = (module: string): number => LADDER.findIndex((step) => step.includes(module.replace('libs/domain/', '')));

const faults: Record<string, string[]> = { upwards: [], sideDoors: [], own: [], strange: [] };
for (const file of sources) {
  const from = moduleOf(file) ?? '';
  for (const specifier of importsOf(file)) {
    const to = target(file, specifier);
    const module = moduleOf(to);
    if (!module) continue;
    const line = `${file} imports ${specifier}`;
    const throughDoor = to === `${module}/index.ts`;
    if (module === from) {
      if (throughDoor && !file.endsWith('.module.ts') && specifier.startsWith('#')) faults['own']?.push(line);
      continue;
    }
    if (!throughDoor && !(from === 'apps/api' && module === 'apps/api')) faults['sideDoors']?.push(line);
    if (module.startsWith('apps/')) faults['upwards']?.push(line);
    else if (from.startsWith('libs/platform') && module.startsWith('libs/domain')) faults['upwards']?.push(line);
    else if (from === 'libs/content') faults['upwards']?.push(line);
    else if (from.startsWith('libs/domain') && module.startsWith('libs/domain') && stepOf(module) >= stepOf(from))
      faults['upwards']?.push(line);
  }
}

describe('the ladder', () => {
  it('knows every module of the domain', () => {
    const modules = globSync('libs/domain/*').filter((folder) => existsSync(`${folder}/index.ts`));
    expect(modules.length).toBeGreaterThan(0);
    expect(modules.filter((module) => stepOf(module) < 0)).toEqual([]);
  });
  it('is only climbed down', () => expect(faults['upwards']).toEqual([]));
  it('is entered by the doors', () => expect(faults['sideDoors']).toEqual([]));
  it('has no module that goes through its own door', () => expect(faults['own']).toEqual([]));
  it('has no forwardRef, and no environment outside the configuration', () => {
    const offenders = sources.filter((file) => {
      const text = readFileSync(file, 'utf8');
      return (
        text.includes('forwardRef(') ||
        (/process\.env/.test(text) && !file.startsWith('libs/platform/config/') && !file.startsWith('libs/platform/testing/'))
      );
    });
    expect(offenders).toEqual([]);
  });
  it('has no folder without a subject', () => {
    expect(
      globSync('{apps,libs}/**/{common,shared,utils,helpers,core,types,misc}{,.ts,.tsx}').filter((path) => !path.includes('node_modules')),
    ).toEqual([]);
  });
});

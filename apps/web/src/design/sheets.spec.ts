import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = 'apps/web/src';
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file));
const sources = new Map(
  files.filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.')).map((file) => [file, readFileSync(file, 'utf8')]),
);
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '');

/** The sheets that say something about a class. */
const sheets = new Map<string, string[]>();
for (const file of files.filter((one) => one.endsWith('.css')))
  for (const name of new Set(found(readFileSync(file, 'utf8'), /\.([a-zA-Z][\w-]*)/g)))
    sheets.set(name, [...(sheets.get(name) ?? []), file]);

const fileOf = (path: string) => [`${path}.tsx`, `${path}.ts`, path].find((file) => sources.has(file) || file.endsWith('.css'));

/** What comes with a file: all that it imports, and what that imports. */
function comesWith(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const path of found(sources.get(file) ?? '', /^(?:import|} from|export .* from).*?'(\.[^']+)'/gm)) {
    const one = fileOf(normalize(join(dirname(file), path)).replace(/\.js$/, ''));
    if (one) comesWith(one, known);
  }
  return known;
}

const always = comesWith(`${root}/main.tsx`);
/** What is loaded when it is needed: each screen, and the heavy things in it. */
const loaded = [...sources].flatMap(([file, text]) =>
  found(text, /import\('(\.[^']+)'\)/g).map((path) => fileOf(normalize(join(dirname(file), path)).replace(/\.js$/, '')) ?? path),
);

describe('The sheets of a screen', () => {
  it('come with the screen, whatever was opened before it', () => {
    const bare = new Set<string>();
    for (const screen of new Set(loaded)) {
      const here = comesWith(screen);
      for (const file of here)
        for (const name of found(sources.get(file) ?? '', /className="([^"]+)"/g).flatMap((names) => names.split(/\s+/))) {
          const inSheets = sheets.get(name);
          if (inSheets && !inSheets.some((sheet) => here.has(sheet) || always.has(sheet))) bare.add(`${screen}: .${name} of ${file}`);
        }
    }
    expect(loaded.length).toBeGreaterThan(40);
    expect([...bare]).toEqual([]);
  });
});

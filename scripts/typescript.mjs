// Lets Node run our TypeScript as it stands, decorators and all, for development and tests: `node --import ./scripts/typescript.mjs apps/api/main.ts`.
// What is shipped is built ahead by `npm run build`.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const root = new URL('../', import.meta.url).href;
const options = JSON.parse(readFileSync(new URL('.swcrc', root), 'utf8'));

const isOurs = (url) => url !== undefined && url.startsWith(root) && !url.includes('/node_modules/');

registerHooks({
  resolve(specifier, context, next) {
    if (isOurs(context.parentURL) && specifier.startsWith('.') && specifier.endsWith('.js')) {
      const base = new URL(specifier, context.parentURL).href.slice(0, -'.js'.length);
      for (const ending of ['.ts', '.tsx']) {
        if (existsSync(fileURLToPath(base + ending))) return next(base + ending, context);
      }
    }
    return next(specifier, { ...context, conditions: ['source', ...context.conditions] });
  },
  load(url, context, next) {
    if (!isOurs(url) || !/\.tsx?$/.test(url)) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false, sourceMaps: 'inline' });
    return { format: 'module', shortCircuit: true, source: code };
  },
});

export const importTypeScript = (path) => import(pathToFileURL(path).href);

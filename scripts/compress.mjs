// Part of `npm run build`: a .br and a .gz beside every text of the pages, so that the server compresses nothing while people wait.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { root } from './prepare.mjs';

const folder = join(root, 'dist/web');
/** Below this a header costs more than compressing saves. */
const WORTHWHILE = 1_000;

const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(?:js|css|html|svg|json|txt|webmanifest)$/.test(name));
await Promise.all(
  files.map(async (name) => {
    const path = join(folder, name);
    const text = readFileSync(path);
    if (text.length < WORTHWHILE) return;
    const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } };
    writeFileSync(`${path}.br`, await promisify(brotliCompress)(text, best));
    writeFileSync(`${path}.gz`, await promisify(gzip)(text, { level: 9 }));
  }),
);

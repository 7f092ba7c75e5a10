import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zip } from './zip.js';

it('is read by another program, names and bytes as they were', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'zip-')), 'a.zip');
  const long = 'Привіт, світе. '.repeat(2_000);
  writeFileSync(
    file,
    zip([
      { name: 'data.json', bytes: Buffer.from('{"a":1}') },
      { name: 'texts/довгий.txt', bytes: Buffer.from(long) },
      { name: 'empty', bytes: Buffer.alloc(0) },
    ]),
  );
  const script = `import zipfile,sys,json\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps({n:z.read(n).decode() for n in z.namelist()}))`;
  expect(JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }))).toEqual({
    'data.json': '{"a":1}',
    'texts/довгий.txt': long,
    empty: '',
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestApp } from '../../../apps/api/testing.js';

/** The files of a zip by name, unpacked by a program that is not ours. */
export function unpacked(bytes: Buffer): Record<string, string> {
  const file = join(mkdtempSync(join(tmpdir(), 'mine-')), 'a.zip');
  writeFileSync(file, bytes);
  const script =
    'import zipfile,sys,json\nz=zipfile.ZipFile(sys.argv[1])\nprint(json.dumps({n:z.read(n).decode("utf8","replace") for n in z.namelist()}))';
  return JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' })) as Record<string, string>;
}

/** All that somebody’s own download says, as one text. */
export async function downloadOf(app: TestApp, personId: string): Promise<string> {
  const as = { as: personId };
  const ask = 'mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { id } }';
  const { requestDownload } = await app.ok(ask, { input: {} }, as);
  await app.jobsDone();
  const link = 'mutation ($input: DownloadLinkInput!) { downloadLink(input: $input) }';
  const { downloadLink } = await app.ok(link, { input: { downloadId: requestDownload.id } }, as);
  const { rawPayload } = await app.nest.inject({ url: downloadLink as string, headers: { cookie: await app.cookieOf(personId) } });
  return JSON.stringify(unpacked(rawPayload));
}

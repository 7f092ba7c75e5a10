/**
 * The text of an uploaded list. Byte order marks are believed; without one, zeros in every second byte are UTF-16, good UTF-8 is UTF-8, and the rest is
 * what spreadsheets on Windows write.
 */
export function listText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes);
  const zeros = (from: number) => bytes.subarray(0, 200).filter((byte, at) => at % 2 === from && byte === 0).length;
  const many = Math.min(bytes.length, 200) / 4;
  if (many >= 1 && zeros(1) > many) return decoded('utf-16le', bytes);
  if (many >= 1 && zeros(0) > many) return decoded('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoded('windows-1252', bytes);
  }
}

const decoded = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

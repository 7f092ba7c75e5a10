import sharp from 'sharp';
import { crc32 } from 'node:zlib';

/** A small picture with some detail in it. */
export function picture(width: number, height: number, format: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif'): Promise<Buffer> {
  const image = sharp({ create: { width, height, channels: 3, background: '#2f6f6b' } });
  const detail = { input: { create: { width: 2, height: 2, channels: 3 as const, background: '#f2c14e' } }, left: 1, top: 1 };
  return (width > 3 && height > 3 ? image.composite([detail]) : image)[format]().toBuffer();
}

/** A photograph that was taken sideways, says where and with what, and carries a page behind its end. */
export async function jpegWithSecrets(): Promise<Buffer> {
  const photograph = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Make: 'Canon', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 42/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  return Buffer.concat([photograph, Buffer.from('<html><script>alert(1)</script></html>')]);
}

/** The old trick: a script that begins as a GIF does. */
export function gifScript(): Buffer {
  return Buffer.from('GIF89a/*\u0000\u0000\u0000\u0000*/=1;alert(document.domain)//', 'latin1');
}

/** A box that says AVIF and nothing more. */
export function avifClaim(): Buffer {
  return Buffer.concat([
    Buffer.from('0000001c', 'hex'),
    Buffer.from('ftypavif'),
    Buffer.alloc(4),
    Buffer.from('avifmif1miaf'),
    Buffer.from('<svg onload=alert(1)>'),
  ]);
}

/** A PNG whose header promises so many pixels and whose body is empty. */
export function pngHeader(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from('789c030000000001', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

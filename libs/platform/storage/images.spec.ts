import sharp from 'sharp';
import { Invalid } from '#platform/errors';
import { acceptPicture, avatar } from './images.js';
import { avifClaim, gifScript, jpegWithSecrets, picture, pngHeader } from './testing.js';
import { LARGEST_UPLOAD } from './upload-limit.js';

async function refusal(buffer: Buffer): Promise<string> {
  try {
    await acceptPicture(buffer);
  } catch (error) {
    if (error instanceof Invalid) {
      expect(error.fields[0]?.path).toBe('file');
      // Nothing of the decoder's own words.
      expect(error.message).not.toMatch(/vips|buffer|input|unsupported/iu);
      return error.fields[0]?.code ?? '';
    }
    throw error;
  }
  return 'accepted';
}

describe('an accepted picture', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('may come as %s and becomes WebP', async (format) => {
    const accepted = await acceptPicture(await picture(40, 30, format));
    expect([accepted.contentType, accepted.width, accepted.height]).toEqual(['image/webp', 40, 30]);
    expect((await sharp(accepted.buffer).metadata()).format).toBe('webp');
  });

  it('is at most 1600 pixels on its longer edge and never blown up', async () => {
    const wide = await acceptPicture(await picture(3200, 1000, 'jpeg'));
    expect([wide.width, wide.height]).toEqual([1600, 500]);
    const small = await acceptPicture(await picture(3, 5, 'png'));
    expect([small.width, small.height]).toEqual([3, 5]);
  });

  it('tells neither place nor camera, and stands upright', async () => {
    const original = await jpegWithSecrets();
    expect(original.includes('Canon')).toBe(true);
    expect(original.includes('<script>alert(1)</script>')).toBe(true);
    const accepted = await acceptPicture(original);
    const metadata = await sharp(accepted.buffer).metadata();
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc, metadata.comments]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(accepted.buffer.includes('Canon')).toBe(false);
    // Orientation 6 is a quarter turn: 60 × 40 becomes 40 × 60.
    expect([accepted.width, accepted.height]).toEqual([40, 60]);
  });

  it('loses what hides behind its end', async () => {
    const accepted = await acceptPicture(await jpegWithSecrets());
    expect(accepted.buffer.includes('script')).toBe(false);
  });

  it('as a portrait is a square of 256 pixels, also from a small or long one', async () => {
    for (const [width, height] of [
      [900, 300],
      [20, 30],
    ] as const) {
      const accepted = await avatar(await picture(width, height, 'png'));
      expect([accepted.width, accepted.height]).toEqual([256, 256]);
    }
  });

  it('keeps transparency', async () => {
    const accepted = await acceptPicture(
      await sharp({ create: { width: 4, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
        .png()
        .toBuffer(),
    );
    expect((await sharp(accepted.buffer).stats()).isOpaque).toBe(false);
  });
});

describe('a refused file', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['nothing', () => Buffer.alloc(0), 'EMPTY'],
    ['text', () => Buffer.from('hello'), 'WRONG_TYPE'],
    ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'WRONG_TYPE'],
    ['SVG', () => Buffer.from(svg), 'WRONG_TYPE'],
    ['SVG with an XML head', () => Buffer.from(`<?xml version="1.0"?>${svg}`), 'WRONG_TYPE'],
    ['SVG behind blanks and a byte order mark', () => Buffer.from(`\ufeff\n\n   ${svg}`), 'WRONG_TYPE'],
    ['PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj'), 'WRONG_TYPE'],
    ['a ZIP', () => Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000', 'latin1'), 'WRONG_TYPE'],
    [
      'a TIFF',
      () =>
        sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
          .tiff()
          .toBuffer(),
      'WRONG_TYPE',
    ],
    ['a program', () => Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(100)]), 'WRONG_TYPE'],
    ['a GIF that is a script', gifScript, 'UNREADABLE'],
    ['an AVIF that is none', avifClaim, 'UNREADABLE'],
    ['a JPEG cut in half', async () => (await picture(400, 400, 'jpeg')).subarray(0, 900), 'UNREADABLE'],
    ['a PNG cut in half', async () => (await picture(400, 400, 'png')).subarray(0, 500), 'UNREADABLE'],
    ['a flood of pixels in a header', () => pngHeader(50_000, 50_000), 'TOO_MANY_PIXELS'],
    ['a flood of pixels in a line', () => pngHeader(900_000, 30), 'TOO_MANY_PIXELS'],
    ['a header beyond all measure', () => pngHeader(2_147_483_647, 2_147_483_647), 'UNREADABLE'],
    ['26 million real pixels', () => picture(5200, 5000, 'png'), 'TOO_MANY_PIXELS'],
    ['more than 8 MB', async () => Buffer.concat([await picture(4, 4, 'png'), Buffer.alloc(LARGEST_UPLOAD)]), 'TOO_LARGE'],
  ])('%s', async (_name, file, code) => {
    expect(await refusal(await file())).toBe(code);
  });

  it('is refused whatever bytes follow a true beginning', async () => {
    const beginnings = await Promise.all((['png', 'jpeg', 'webp', 'gif', 'avif'] as const).map((format) => picture(64, 64, format)));
    // A fixed sequence, so that a failure can be seen again.
    let seed = 7;
    const next = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
    const outcomes = new Set<string>();
    for (let round = 0; round < 150; round++) {
      const file = Buffer.from(beginnings[round % 5] ?? []);
      for (let change = 0; change < 6; change++) file[16 + (next() % (file.length - 16))] = next() % 256;
      outcomes.add(await refusal(file));
    }
    expect([...outcomes].every((outcome) => ['accepted', 'UNREADABLE', 'WRONG_TYPE', 'TOO_MANY_PIXELS'].includes(outcome))).toBe(true);
    expect(outcomes.has('UNREADABLE')).toBe(true);
  });

  it('lets others pass afterwards: the turn is given back', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => acceptPicture(index % 2 ? gifScript() : Buffer.from([]))),
    );
    expect(all.every((one) => one.status === 'rejected')).toBe(true);
    const good = await picture(10, 10, 'png');
    expect(await Promise.all(Array.from({ length: 8 }, () => acceptPicture(good)))).toHaveLength(8);
  });
});

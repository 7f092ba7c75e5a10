import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { Invalid } from '#platform/errors';
import { LARGEST_UPLOAD, tooLarge } from './upload-limit.js';

/** A picture as we keep it: our own encoding, nothing of the original but what is seen. */
export interface Picture {
  buffer: Buffer;
  contentType: 'image/webp';
  width: number;
  height: number;
}

const MOST_PIXELS = 25_000_000;
const LONGEST_EDGE = 1600;
const AVATAR_EDGE = 256;
const SECONDS_PER_PICTURE = 15;
const ACCEPTED = 'Choose a picture in PNG, JPEG, WebP, GIF or AVIF format.';

/** What sharp must find in a file that its first bytes call so; anything else is two formats in one. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['image/png', 'png'],
  ['image/apng', 'png'],
  ['image/jpeg', 'jpeg'],
  ['image/webp', 'webp'],
  ['image/gif', 'gif'],
  ['image/avif', 'heif'],
]);

// The decoders of all other formats (SVG, TIFF, PDF, …) are closed for the whole process, whatever a file claims to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});

/**
 * Decodes an uploaded picture and encodes it anew as WebP, at most 1600 pixels wide and high. Place, camera, thumbnails and whatever
 * hides behind the image are gone; of an animation the first image stays.
 * @throws Invalid on the field `file`: EMPTY, TOO_LARGE, WRONG_TYPE, TOO_MANY_PIXELS or UNREADABLE
 */
export function acceptPicture(buffer: Buffer): Promise<Picture> {
  return encode(buffer, (image) => image.resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true }));
}

/** As acceptPicture, cut to a square of 256 pixels around what draws the eye. */
export function avatar(buffer: Buffer): Promise<Picture> {
  return encode(buffer, (image) =>
    image.resize({ width: AVATAR_EDGE, height: AVATAR_EDGE, fit: 'cover', position: sharp.strategy.attention }),
  );
}

async function encode(buffer: Buffer, resized: (image: Sharp) => Sharp): Promise<Picture> {
  if (buffer.length === 0) throw refuse('EMPTY', `This file is empty. ${ACCEPTED}`);
  if (buffer.length > LARGEST_UPLOAD) throw tooLarge();
  const detected = await fileTypeFromBuffer(buffer).catch(() => undefined);
  const format = detected && FORMATS.get(detected.mime);
  if (!format) throw refuse('WRONG_TYPE', `This file is not a picture that can be shown here. ${ACCEPTED}`);
  return inTurn(async () => {
    // The header alone costs nothing, and lets us say what is wrong.
    const header = await sharp(buffer, { limitInputPixels: false }).metadata().catch(unreadable);
    if (header.width * header.height > MOST_PIXELS)
      throw refuse('TOO_MANY_PIXELS', 'This picture has more than 25 million pixels. Make it smaller first.');
    if (header.format !== format || (format === 'heif' && header.compression !== 'av1')) throw unreadable();
    const image = sharp(buffer, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const encoded = resized(image.autoOrient()).timeout({ seconds: SECONDS_PER_PICTURE }).webp({ quality: 82 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true }).catch(unreadable);
    return { buffer: data, contentType: 'image/webp', width: info.width, height: info.height };
  });
}

function refuse(code: string, message: string): Invalid {
  return Invalid.field('file', code, message);
}

// The decoder's own words tell an attacker about the decoder, and nobody else anything.
function unreadable(): never {
  throw refuse('UNREADABLE', `This picture is damaged or not what it claims to be. ${ACCEPTED}`);
}

// A picture of 25 million pixels takes some 100 MB while it is decoded, so only two are open at once.
const MOST_AT_ONCE = 2;
const waiting: (() => void)[] = [];
let open = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (open >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else open++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else open--;
  }
}

import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url: what the holder gets. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 of a token: what we keep. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

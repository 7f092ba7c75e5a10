import { hashToken, newToken, type RequestContext, SESSION_COOKIE } from '#platform/auth';
import { addressBlock } from '#platform/limits';
import { deviceOf } from './device.js';
import { preferredLanguage, type PageLanguage } from './languages.js';

/** Marks the browser that asked to sign in; worthless without the mail. */
const ASKED_COOKIE = '__Host-throughline-asked';
const ASKED_SECONDS = 15 * 60;
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** What signing in needs to know of a request. */
export interface Caller {
  /** As coarse as a household or an office; never stored as it is. */
  block: string;
  device: string;
  language: PageLanguage;
  /** SHA-256 of the mark that an earlier requestSignIn left in this browser. */
  browserHash: Buffer | null;
}

const markOf = ({ request }: RequestContext): string | null =>
  request.headers.cookie?.match(/(?:^|;\s*)__Host-throughline-asked=([A-Za-z0-9_-]{43})(?:;|$)/)?.[1] ?? null;

export function callerOf(context: RequestContext): Caller {
  const mark = markOf(context);
  return {
    block: addressBlock(context.request.ip),
    device: deviceOf(context.request.headers['user-agent']),
    language: preferredLanguage(context.request.headers['accept-language']),
    browserHash: mark ? hashToken(mark) : null,
  };
}

/** Leaves the mark in this browser, the same one while it lasts, so that two open requests are both good. */
export function markBrowser(context: RequestContext): Buffer {
  const mark = markOf(context) ?? newToken();
  context.reply.header('set-cookie', `${ASKED_COOKIE}=${mark}; ${ATTRIBUTES}; Max-Age=${ASKED_SECONDS}`);
  return hashToken(mark);
}

export const setSessionCookie = ({ reply }: RequestContext, token: string, seconds: number): void => {
  reply.header('set-cookie', `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}; Max-Age=${seconds}`);
};

export const clearSessionCookie = ({ reply }: RequestContext): void => {
  reply.header('set-cookie', `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`);
};

import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '#platform/config';

const LOCAL = ['localhost', '127.0.0.1'];

/** The addresses our own pages come from. On a developer's machine that is also the other spelling of localhost, and the web client's own server. */
export function allowedOrigins(config: Config): Set<string> {
  const base = new URL(config.baseUrl);
  const origins = new Set([base.origin]);
  if (LOCAL.includes(base.hostname)) {
    for (const host of LOCAL) {
      origins.add(`${base.protocol}//${host}:${base.port}`);
      if (config.environment === 'development') origins.add(`http://${host}:5173`);
    }
  }
  return origins;
}

/** Whether a request that may change something was sent by our own page. Browsers always name the origin; others carry no cookie. */
export function isOwnOrigin(headers: IncomingHttpHeaders, allowed: Set<string>): boolean {
  if (headers.origin !== undefined) return allowed.has(headers.origin);
  // Browsers leave the origin out of their own page's GETs, such as the polling of a socket; a page cannot forge where it says to come from.
  return headers.cookie === undefined || headers['sec-fetch-site'] === 'same-origin';
}

import { isIP } from 'node:net';
import { z } from 'zod';

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
const YES = new Set(['true', '1', 'yes', 'on']);
const NO = new Set(['false', '0', 'no', 'off']);

/** What each variable must be, as the end of the sentence "PORT must be …". */
const text = (expected: string) => z.string().min(1, expected);

const yesOrNo = z
  .string()
  .refine((value) => YES.has(value.toLowerCase()) || NO.has(value.toLowerCase()), 'on or off')
  .transform((value) => YES.has(value.toLowerCase()));

const address = (protocols: readonly string[], expected: string) =>
  z.string().refine((value) => {
    const url = URL.parse(value);
    return url !== null && url.hostname !== '' && protocols.includes(url.protocol);
  }, expected);

const baseUrl = z
  .string()
  .refine((value) => {
    const url = URL.parse(value);
    if (url === null || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL_HOSTS.has(url.hostname));
  }, 'an https address without a path, such as https://example.org (http is accepted for localhost only)')
  .transform((value) => new URL(value).origin);

const trustProxy = z
  .string()
  .refine((value) => {
    if (YES.has(value.toLowerCase()) || NO.has(value.toLowerCase()) || /^\d{1,2}$/.test(value)) return true;
    return value.split(',').every((part) => isProxyAddress(part.trim()));
  }, 'on, off, the number of proxies in front of the server, or their addresses with commas between them')
  .transform((value): boolean | number | string => {
    if (/^\d{1,2}$/.test(value)) return Number(value) === 0 ? false : Number(value);
    if (YES.has(value.toLowerCase())) return true;
    return NO.has(value.toLowerCase()) ? false : value;
  });

function isProxyAddress(value: string): boolean {
  if (value === 'loopback' || value === 'linklocal' || value === 'uniquelocal') return true;
  const [ip = '', bits] = value.split('/');
  return isIP(ip) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(ip) === 4 ? 32 : 128)));
}

const s3Text = text('set together with the other S3_ variables');

/** Every variable that we read; the messages end the sentence "NAME must be …". */
export const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production'], 'development, test or production').optional(),
  PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, 'a whole number from 0 to 65535')
    .transform(Number)
    .optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'a host name or an address, such as 127.0.0.1')
    .optional(),
  BASE_URL: baseUrl.optional(),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'a Postgres address, such as postgres://user:password@host:5432/throughline',
  ).optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'a mail server address, such as smtps://user:password@mail.example.org').optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (value) => /^(?:[^<>\r\n]+ )?<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/.test(value),
      'a sender such as "Throughline <hello@example.org>"',
    )
    .optional(),
  S3_ENDPOINT: address(['http:', 'https:'], 'an http or https address').optional(),
  S3_BUCKET: s3Text.optional(),
  S3_REGION: s3Text.optional(),
  S3_ACCESS_KEY_ID: s3Text.optional(),
  S3_SECRET_ACCESS_KEY: s3Text.optional(),
  REDIS_URL: address(['redis:', 'rediss:'], 'a Redis address, such as redis://localhost:6379').optional(),
  DATA_DIR: text('a folder').optional(),
  GRAPHQL_QUERIES: z.enum(['trusted', 'limited'], 'trusted or limited').optional(),
  WRITING_LIMITS: yesOrNo.optional(),
  SECRET: z.string().min(32, 'at least 32 characters long').optional(),
  DEMO: yesOrNo.optional(),
  TRUST_PROXY: trustProxy.optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'fatal, error, warn, info, debug, trace or silent')
    .optional(),
  JOBS: yesOrNo.optional(),
  ADMINISTRATOR_EMAIL: z
    .string()
    .refine(
      (value) => value.length <= 254 && /^[^\s<>@]+@[^\s<>@.]+(?:\.[^\s<>@.]+)+$/.test(value),
      'a mail address, such as ana@example.org',
    )
    .optional(),
});

/** The names of the variables that we read. */
export type Variable = keyof z.infer<typeof settings>;

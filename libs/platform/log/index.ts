import { Global, Module } from '@nestjs/common';
import { pino } from 'pino';
import { Config } from '#platform/config';

/** Fields that may be logged. Everything else is left out, so that no personal data gets in by accident. */
const ALLOWED = [
  'reference',
  'path',
  'operation',
  'job',
  'queue',
  'event',
  'listener',
  'room',
  'port',
  'ms',
  'count',
  'status',
  'step',
] as const;
export type LogFields = Partial<Record<(typeof ALLOWED)[number], string | number | undefined>>;

/** Structured lines without personal data. */
export abstract class Log {
  abstract info(fields: LogFields, message: string): void;
  abstract warn(fields: LogFields, message: string): void;
  /** The error's class and stack, never its parameters. */
  abstract error(fields: LogFields, error: unknown): void;
}

const pick = (fields: LogFields) => Object.fromEntries(ALLOWED.filter((key) => fields[key] !== undefined).map((key) => [key, fields[key]]));

/** A database error's message may quote values; its code and routine do not. */
const harmless = (error: unknown) => {
  if (typeof error !== 'object' || error === null) return { kind: typeof error };
  // Not every library throws an Error: the job queue tells of its troubles in an object that looks like one.
  const {
    code,
    routine,
    constraint,
    name,
    stack,
    message: words,
  } = error as Partial<Error> & { code?: string; routine?: string; constraint?: string };
  const message = routine ? `database error ${code}${constraint ? ` on ${constraint}` : ''}` : words;
  return { kind: name ?? 'Error', message, stack: stack?.split('\n').slice(1, 12).join('\n') };
};

export function createLog(level: string): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (fields, message) => out.info(pick(fields), message),
    warn: (fields, message) => out.warn(pick(fields), message),
    error: (fields, error) => out.error({ ...pick(fields), error: harmless(error) }, 'unexpected error'),
  };
}

@Global()
@Module({
  providers: [{ provide: Log, useFactory: (config: Config) => createLog(config.logLevel), inject: [Config] }],
  exports: [Log],
})
export class LogModule {}

import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsISO8601, IsUrl, Matches, MaxLength } from 'class-validator';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A day without a time, of this century. */
export const Day = () =>
  applyDecorators(
    Matches(/^20\d\d-\d\d-\d\d$/, { message: 'Write a day like 2026-12-31.' }),
    IsISO8601({ strict: true }, { message: 'This day does not exist.' }),
  );

/** An address on the web. */
export const WebAddress = () =>
  applyDecorators(
    trimmed,
    MaxLength(500, { message: 'Write at most 500 characters.' }),
    IsUrl({ protocols: ['http', 'https'], require_protocol: true }, { message: 'Write a web address that begins with https://.' }),
  );

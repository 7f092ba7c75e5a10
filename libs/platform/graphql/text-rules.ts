import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, MaxLength, MinLength, NotContains, Matches } from 'class-validator';

/** Half a letter (a lone surrogate) cannot be kept as JSON: it becomes the sign for “unreadable”. */
const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.toWellFormed().normalize('NFC').trim() : value,
);

interface Length {
  min?: number;
  max: number;
}

const length = ({ min = 0, max }: Length) => [
  ...(min > 0 ? [MinLength(min, { message: `Write at least ${min} characters.` })] : []),
  MaxLength(max, { message: `Write at most ${max} characters.` }),
];

/** One line of text: trimmed, no control characters, no direction overrides that would turn the text around it. */
export const Line = (limits: Length) =>
  applyDecorators(
    trimmed,
    IsString({ message: 'Write a text.' }),
    ...length(limits),
    Matches(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/, {
      message: 'Write one line without control characters.',
    }),
  );

/** Several lines of text: trimmed, no NUL (Postgres cannot keep it). */
export const Lines = (limits: Length) =>
  applyDecorators(
    trimmed,
    IsString({ message: 'Write a text.' }),
    ...length(limits),
    NotContains('\u0000', { message: 'Leave the NUL character out.' }),
  );

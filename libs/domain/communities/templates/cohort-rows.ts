import { Field, Int, ObjectType } from '@nestjs/graphql';
import { normalMailAddress } from '#platform/mail';
import type { CohortRowInput } from './template-content.js';

@ObjectType({ description: 'What is wrong with a cell of the table.' })
export class RowFault {
  @Field(() => Int, { description: 'Which row, from 0.' })
  row!: number;
  @Field(() => String, { description: 'Which cell: name, country, place, language or coordinatorEmail.' })
  cell!: string;
  @Field(() => String, { description: 'A stable code.' })
  code!: string;
  @Field(() => String, { description: 'What to do, in English.' })
  message!: string;
}

/** A row as it will be used. */
export interface CohortRow {
  name: string;
  country: string;
  place: string;
  language: string | null;
  email: string | null;
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const fold = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function language(tag: string): string | null {
  try {
    return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** The rows of a cohort, and everything that is wrong with them: by cell, all at once. `taken` are names that the larger community has already. */
export function readRows(rows: readonly CohortRowInput[], taken: readonly string[] = []): { rows: CohortRow[]; faults: RowFault[] } {
  const faults: RowFault[] = [];
  const seen = new Map(taken.map((name) => [fold(name), -1]));
  const read = rows.map((typed, row) => {
    const cell = (name: 'name' | 'country' | 'place' | 'language' | 'coordinatorEmail') => (typed[name] ?? '').normalize('NFC').trim();
    const fault = (name: string, code: string, message: string) => faults.push({ row, cell: name, code, message });
    const name = cell('name');
    if (name.length < 3 || name.length > 120 || CONTROL.test(name)) fault('name', 'BAD_NAME', 'Write a name of 3 to 120 characters.');
    else if (seen.has(fold(name)))
      fault(
        'name',
        'NAME_TWICE',
        seen.get(fold(name)) === -1 ? 'A part of this community has this name already.' : 'This name stands in an earlier row, too.',
      );
    seen.set(fold(name), row);
    const country = cell('country').toUpperCase();
    if (!/^[A-Z]{2}$/.test(country) || !countries.of(country))
      fault('country', 'BAD_COUNTRY', 'Write a country by its two letters, like NL.');
    const place = cell('place');
    if (place.length < 1 || place.length > 120 || CONTROL.test(place)) fault('place', 'BAD_PLACE', 'Write a place of 1 to 120 characters.');
    const tag = cell('language');
    const spoken = tag ? language(tag) : null;
    if (tag && !spoken) fault('language', 'BAD_LANGUAGE', 'Write a language by its tag, like nl.');
    const typedMail = cell('coordinatorEmail');
    const email = typedMail ? normalMailAddress(typedMail) : null;
    if (typedMail && !email?.includes('@')) fault('coordinatorEmail', 'BAD_ADDRESS', 'This is not a mail address, like name@example.org.');
    return { name, country, place, language: spoken, email: email ?? null };
  });
  return { rows: read, faults };
}

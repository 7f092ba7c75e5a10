import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CohortRowInput } from '../../gql/communities/graphql.js';

/** A community that shall start, as it is typed. */
export type Row = Record<'name' | 'country' | 'place' | 'language' | 'coordinatorEmail', string>;
/** The cells of a row, in their order. */
export const cells = ['name', 'country', 'place', 'language', 'coordinatorEmail'] as const;
/** Nothing typed yet. */
export const blankRow: Row = { name: '', country: '', place: '', language: '', coordinatorEmail: '' };

/** What goes to the server; what may be left out is left out. */
export const rowInput = ({ language, coordinatorEmail, ...row }: Row): CohortRowInput => ({
  ...row,
  ...(language && { language }),
  ...(coordinatorEmail && { coordinatorEmail }),
});

/** The cells of one row, with what is wrong at each. */
export function RowFields({
  row,
  onChange,
  errorOf,
  label,
}: {
  row: Row;
  onChange: (row: Row) => void;
  errorOf: (cell: (typeof cells)[number]) => string | undefined;
  label?: string;
}) {
  const { t } = useTranslation('templates');
  return (
    <div className="cohortrow" role="group" aria-label={label}>
      {cells.map((cell) => (
        <TextInput
          key={cell}
          label={t(`cell.${cell}`)}
          placeholder={cell === 'country' ? 'NL' : cell === 'language' ? 'nl' : undefined}
          dir={cell === 'name' || cell === 'place' ? 'auto' : 'ltr'}
          maxLength={300}
          value={row[cell]}
          onChange={({ currentTarget }) => onChange({ ...row, [cell]: currentTarget.value })}
          error={errorOf(cell)}
        />
      ))}
    </div>
  );
}

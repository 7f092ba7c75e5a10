import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Scrolling } from '../../design/scrolling.js';
import { type InvitationListState, listFields, type ListRow } from './use-invitation-list.js';

const shownAtMost = 100;

/** The lines as they were read: first what has to be mended, in place; then what will be sent, and what is left out. */
export function ListRows({ list }: { list: InvitationListState }) {
  const { t } = useTranslation('doors');
  const wrong = list.rows.filter(({ state }) => state === 'WRONG');
  const good = list.rows.filter(({ state }) => state === 'GOOD');
  const rest = list.rows.filter(({ state }) => state !== 'WRONG' && state !== 'GOOD');
  return (
    <section aria-labelledby="lines" className="stack g6">
      <h2 id="lines">{t('list.lines', { count: list.rows.length })}</h2>
      {wrong.length > 0 && (
        <section aria-labelledby="wrong" className="stack g3">
          <h3 id="wrong">{t('list.wrong', { count: wrong.length })}</h3>
          <ul className="plain">
            {wrong.map((row) => (
              <WrongRow key={row.line} row={row} list={list} />
            ))}
          </ul>
          <div>
            <Button variant="default" loading={list.isReading} onClick={() => void list.again()}>
              {t('list.again')}
            </Button>
          </div>
        </section>
      )}
      {good.length > 0 && (
        <section aria-labelledby="good" className="stack g3">
          <h3 id="good">{t('list.good', { count: good.length })}</h3>
          <Lines rows={good} />
          <div>
            <Button loading={list.isSending} onClick={() => void list.send()}>
              {t('list.send', { count: good.length })}
            </Button>
          </div>
        </section>
      )}
      {rest.length > 0 && (
        <section aria-labelledby="rest" className="stack g3">
          <h3 id="rest">{t('list.rest', { count: rest.length })}</h3>
          <Lines rows={rest} hasState />
        </section>
      )}
    </section>
  );
}

function WrongRow({ row, list }: { row: ListRow; list: InvitationListState }) {
  const { t } = useTranslation(['doors', 'errors']);
  const problemOf = (field: string) => {
    const found = row.problems.find((problem) => problem.field === field);
    return found && t(`list.problem.${found.code}` as never, { defaultValue: found.message });
  };
  return (
    <li className="rowline listrow" aria-label={t('list.line', { line: row.line })}>
      <span className="small ink2 listline">{t('list.line', { line: row.line })}</span>
      {listFields
        .filter((field) => row[field] || problemOf(field) || field === 'email' || field === 'name')
        .map((field) => (
          <TextInput
            key={field}
            label={t(`list.column.${field}`)}
            dir={field === 'email' ? 'ltr' : 'auto'}
            value={row[field]}
            error={problemOf(field)}
            onChange={({ currentTarget }) => list.change(row.line, field, currentTarget.value)}
            onKeyDown={({ key }) => key === 'Enter' && void list.again()}
          />
        ))}
      <button type="button" className="rowmore" aria-label={t('list.leaveOut', { line: row.line })} onClick={() => list.leaveOut(row.line)}>
        <IconX size={18} aria-hidden />
      </button>
    </li>
  );
}

function Lines({ rows, hasState }: { rows: ListRow[]; hasState?: boolean }) {
  const { t } = useTranslation('doors');
  return (
    <Scrolling className="listtable" label={t('list.lines', { count: rows.length })}>
      <table className="small">
        <thead>
          <tr>
            <th scope="col">{t('list.column.line')}</th>
            {listFields.map((field) => (
              <th key={field} scope="col">
                {t(`list.column.${field}`)}
              </th>
            ))}
            {hasState && <th scope="col">{t('list.column.state')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownAtMost).map((row) => (
            <tr key={row.line}>
              <td className="num ink2">{row.line}</td>
              {listFields.map((field) => (
                <td key={field} dir="auto">
                  {row[field]}
                </td>
              ))}
              {hasState && <td>{t(`list.state.${row.state}`)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shownAtMost && <p className="small ink2">{t('list.more', { count: rows.length - shownAtMost })}</p>}
    </Scrolling>
  );
}

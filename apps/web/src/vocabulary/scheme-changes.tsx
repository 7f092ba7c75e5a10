import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { InstantText } from '../design/small.js';
import { SchemeChangesDocument } from '../gql/vocabulary/graphql.js';
import { EditList } from './edit-list.js';

/** The book: who changed what, when. */
export function SchemeChanges({ id, version }: { id: string; version: number }) {
  const { t } = useTranslation('vocabulary');
  const found = useQuery(SchemeChangesDocument, { variables: { id, first: 10 } });
  const { refetch } = found;
  useEffect(() => void refetch(), [refetch, version]);
  return (
    <section aria-labelledby="changes" className="undertabs">
      <h2 id="changes">{t('changes')}</h2>
      <Loaded query={found} shape="list">
        {({ scheme: { changes } }) => (
          <>
            {changes.nodes.length === 0 && <p className="ink2">{t('noChanges')}</p>}
            <ul className="plain">
              {changes.nodes.map(({ id: key, kind, word, edits, changedBy, changedAt, version: made }) => (
                <li key={key} className="rowline termrow">
                  <p>
                    {t(`change.${kind}`, { word: word ?? '' })}{' '}
                    <span className="small ink2">
                      {t('version', { version: made })} · <bdi>{changedBy?.name ?? t('server')}</bdi> · <InstantText at={changedAt} />
                    </span>
                  </p>
                  <EditList edits={edits} />
                </li>
              ))}
            </ul>
            <More query={found} pageInfo={changes.pageInfo} />
          </>
        )}
      </Loaded>
    </section>
  );
}

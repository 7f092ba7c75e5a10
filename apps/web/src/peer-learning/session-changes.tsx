import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../design/small.js';
import type { SessionPartsFragment } from '../gql/peer-learning/graphql.js';
import { FromTo } from './from-to.js';

/** What changed since it was scheduled, newest first, from what to what. */
export function SessionChanges({ session: { changes } }: { session: SessionPartsFragment }) {
  const { t } = useTranslation('peer-learning');
  if (changes.length === 0) return null;
  return (
    <section>
      <h2>{t('changes.heading')}</h2>
      <ul className="plain changelist">
        {changes.toReversed().map((change, i) => (
          <li key={`${change.changedAt} ${change.field} ${i}`} className="rowline">
            <FromTo change={change} />
            <span className="small ink3" style={{ display: 'block' }}>
              <bdi>{change.changedBy.name}</bdi> · <RelativeTime at={change.changedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { MyFeesDocument, type FeePartsFragment } from '../../gql/communities/graphql.js';
import type { CommunityHead } from '../community-frame.js';
import { FeeLineText, useDayText } from './fee-text.js';

/** What is noted of oneself and of one's organisation, and what it changes: nothing, or new posts from a day on. Shown while something is unpaid. */
export function MyFees({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('fees');
  const found = useQuery(MyFeesDocument, { variables: { slug: community.slug } });
  const fees = (found.data?.community.viewerFees ?? []).filter(({ state }) => state === 'UNPAID');
  if (fees.length === 0) return null;
  return (
    <section className="stack g2" id="fees" aria-labelledby="myfees">
      <h2 id="myfees" className="label">
        {t('mine')}
      </h2>
      {fees.map((fee) => (
        <MyFee key={fee.id} fee={fee} />
      ))}
    </section>
  );
}

function MyFee({ fee }: { fee: FeePartsFragment }) {
  const { t } = useTranslation('fees');
  const day = useDayText();
  const what = fee.isStopping ? t('stopping') : fee.stopsOn ? t('stopsOn', { day: day(fee.stopsOn) }) : t('changesNothing');
  return (
    <div className="small measure stack g1">
      <p>
        <bdi>{fee.organisationName ?? t('you')}</bdi>, <bdi>{fee.period}</bdi>: <FeeLineText fee={fee} />
      </p>
      {fee.note && (
        <p className="ink2" dir="auto">
          {fee.note}
        </p>
      )}
      <p className="ink2">
        {what} {t('waivable')}
      </p>
    </div>
  );
}

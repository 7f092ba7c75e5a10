import { useTranslation } from 'react-i18next';
import { Strip } from '../design/strip.js';
import type { SessionPartsFragment } from '../gql/peer-learning/graphql.js';

/** The need it answers, in the words of those who have it: the beginning of a through-line. */
export function SessionNeed({ session: { need, state } }: { session: SessionPartsFragment }) {
  const { t } = useTranslation('peer-learning');
  return (
    <section>
      <h2 className="label">{t('session.need')}</h2>
      <blockquote className="record needquote" dir="auto">
        {t('quoted', { text: need.statement })}
      </blockquote>
      {state === 'SCHEDULED' && <Strip at={1} reached={[true, true, false, false, false, false]} label={t('session.strip')} />}
    </section>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { InstantText } from '../design/small.js';
import type { OverviewQuery } from '../gql/communities/graphql.js';

/** What the community has agreed about itself: the record, so in serif. */
export function Charter({
  charter,
  slug,
  mayPetition,
}: {
  slug: string;
  mayPetition: boolean;
  charter: OverviewQuery['community']['charter'];
}) {
  const { t } = useTranslation(['communities', 'words']);
  return (
    <section aria-labelledby="charter">
      <div className="flex between base wrap" style={{ marginBlockEnd: '1rem' }}>
        <h2 id="charter">{t('charter.title')}</h2>
        <p className="small ink2">
          {t('charter.version', { version: charter.version })}
          {charter.updatedAt && (
            <>
              {' · '}
              <bdi>
                <InstantText at={charter.updatedAt} style="day" />
              </bdi>
            </>
          )}
        </p>
      </div>
      <div className="charter record">
        {(['domain', 'community', 'practice'] as const).map((part) => (
          <div key={part}>
            <h3>{t(`charter.${part}`)}</h3>
            <p dir="auto">{charter[part]}</p>
          </div>
        ))}
      </div>
      <nav className="flex wrap small charterways" aria-label={t('words:more')}>
        <Link to="/c/$slug/charter" params={{ slug }}>
          {t('words:charter.title')}
        </Link>
        <Link to="/c/$slug/glossary" params={{ slug }}>
          {t('words:glossary.title')}
        </Link>
        {mayPetition && (
          <Link to="/c/$slug/petitions" params={{ slug }}>
            {t('words:petition.title')}
          </Link>
        )}
      </nav>
    </section>
  );
}

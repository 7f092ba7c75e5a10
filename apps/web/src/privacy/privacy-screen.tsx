import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { PrivacyDocument } from '../gql/privacy/graphql.js';
import { DeletionSection } from './deletion-section.js';
import { DownloadsSection } from './downloads-section.js';
import { ShownSection } from './shown-section.js';
import './privacy.css';

/** What belongs to me: what others see, my data, where I am named, the way out. */
export function PrivacyScreen() {
  const { t } = useTranslation('privacy');
  const found = useQuery(PrivacyDocument, { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <Page title={t('title')} size="narrow">
      <h1>{t('title')}</h1>
      <Loaded query={found} shape="list">
        {({ viewer, personalDownloads }) =>
          viewer && (
            <div className="settings">
              <ShownSection viewer={viewer} />
              <section aria-labelledby="privacy-named">
                <h2 id="privacy-named">{t('named.title')}</h2>
                <p className="ink2">{t('named.intro')}</p>
                <p>
                  <Link to="/privacy/named">{t('named.open')}</Link>
                </p>
              </section>
              <DownloadsSection viewer={viewer} downloads={personalDownloads} />
              <DeletionSection viewer={viewer} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

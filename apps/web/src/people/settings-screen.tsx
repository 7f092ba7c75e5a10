import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { SettingsDocument } from '../gql/people/graphql.js';
import { CalendarFeeds } from '../peer-learning/calendar-feeds.js';
import { LookSection } from './settings-look.js';
import { NoticesSection } from './settings-notices.js';
import { PasswordSection } from './settings-password.js';
import { SessionsSection } from './settings-sessions.js';
import { TokensSection } from './settings-tokens.js';
import './people.css';

/** What is mine to decide: how it looks, what reaches me, how I get in, who else may read for me. */
export function SettingsScreen() {
  const { t } = useTranslation('people');
  const settings = useQuery(SettingsDocument);
  return (
    <Page title={t('titles.settings')} size="narrow">
      <h1>{t('titles.settings')}</h1>
      <Loaded query={settings} shape="list">
        {({ viewer, notificationPreferences }) =>
          viewer && (
            <div className="settings">
              <LookSection />
              <NoticesSection preferences={notificationPreferences} />
              <CalendarFeeds />
              <PasswordSection email={viewer.email} hasPassword={viewer.hasPassword} />
              <SessionsSection sessions={viewer.sessions} />
              <TokensSection tokens={viewer.apiTokens} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

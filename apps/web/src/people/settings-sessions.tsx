import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { forget } from '../data/connections.js';
import { useCall } from '../data/use-call.js';
import { WriteTrouble } from '../design/states.js';
import { RevokeSessionDocument, type SettingsQuery } from '../gql/people/graphql.js';
import { instantText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';

/** Where I am signed in; any of them can be ended from here. */
export function SessionsSection({ sessions }: { sessions: NonNullable<SettingsQuery['viewer']>['sessions'] }) {
  const { t } = useTranslation('people');
  const { locale } = useLanguage();
  const { call, failure } = useCall(RevokeSessionDocument);
  return (
    <section aria-labelledby="settings-sessions">
      <h2 id="settings-sessions">{t('settings.sessions')}</h2>
      <ul className="plain">
        {sessions.map(({ id, device, isCurrent, lastSeenAt }) => (
          <li key={id} className="rowline settingrow">
            <span>
              <bdi>{device}</bdi>
              <span className="small ink2" style={{ display: 'block' }}>
                {isCurrent
                  ? t('settings.thisDevice')
                  : t('settings.lastUsed', { date: instantText(new Date(lastSeenAt), 'dayAndTime', locale) })}
              </span>
            </span>
            {!isCurrent && (
              <Button
                variant="default"
                aria-label={t('settings.signOutThere', { device })}
                onClick={() => void call({ sessionId: id }, { update: (cache) => forget(cache, 'SignInSession', id) })}
              >
                {t('settings.endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <WriteTrouble failure={failure} />
    </section>
  );
}

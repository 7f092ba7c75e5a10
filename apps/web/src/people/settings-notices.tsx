import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../data/use-call.js';
import { WriteTrouble } from '../design/states.js';
import { SetNotificationPreferenceDocument, type NotificationChannel, type SettingsQuery } from '../gql/people/graphql.js';

const channels: NotificationChannel[] = ['INBOX_AND_MAIL', 'INBOX', 'NONE'];

/** What reaches me, kind by kind: by mail too, in the inbox only, not at all. */
export function NoticesSection({ preferences }: { preferences: SettingsQuery['notificationPreferences'] }) {
  const { t } = useTranslation('people');
  const { call, failure } = useCall(SetNotificationPreferenceDocument);
  return (
    <section aria-labelledby="settings-notices">
      <h2 id="settings-notices">{t('settings.notices')}</h2>
      <p className="ink2">{t('settings.noticesWhy')}</p>
      <ul className="plain">
        {preferences.map(({ kind, channel }) => (
          <li key={kind} className="rowline settingrow">
            <label htmlFor={`notice-${kind}`}>{t(`noticeKind.${kind}`)}</label>
            <NativeSelect
              id={`notice-${kind}`}
              value={channel}
              data={channels.map((one) => ({ value: one, label: t(`noticeChannel.${one}`) }))}
              onChange={({ currentTarget }) => {
                const chosen = currentTarget.value as NotificationChannel;
                void call(
                  { kind, channel: chosen },
                  {
                    optimistic: {
                      __typename: 'Mutation',
                      setNotificationPreference: preferences.map((one) => (one.kind === kind ? { ...one, channel: chosen } : one)),
                    },
                  },
                );
              }}
            />
          </li>
        ))}
      </ul>
      <WriteTrouble failure={failure} />
    </section>
  );
}

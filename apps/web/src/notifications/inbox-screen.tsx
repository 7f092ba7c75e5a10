import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** InboxScreen: the frame of /inbox. */
export function InboxScreen() {
  const { t } = useTranslation('notifications');
  return (
    <Page title={t('titles.inbox')}>
      <h1>{t('titles.inbox')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

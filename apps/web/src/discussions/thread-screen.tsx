import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** ThreadScreen: the frame of /t/$threadId. */
export function ThreadScreen() {
  const { t } = useTranslation('discussions');
  return (
    <Page title={t('titles.thread')}>
      <h1>{t('titles.thread')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** SessionsScreen: the frame of /c/$slug/sessions. */
export function SessionsScreen() {
  const { t } = useTranslation('peer-learning');
  return (
    <Page title={t('titles.sessions')}>
      <h1>{t('titles.sessions')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

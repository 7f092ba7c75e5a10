import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** SessionScreen: the frame of /s/$sessionId. */
export function SessionScreen() {
  const { t } = useTranslation('peer-learning');
  return (
    <Page title={t('titles.session')}>
      <h1>{t('titles.session')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** WelcomeScreen: the frame of /welcome. */
export function WelcomeScreen() {
  const { t } = useTranslation('people');
  return (
    <Page title={t('titles.welcome')}>
      <h1>{t('titles.welcome')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

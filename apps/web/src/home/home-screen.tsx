import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** HomeScreen: the frame of /. */
export function HomeScreen() {
  const { t } = useTranslation('home');
  return (
    <Page title={t('titles.home')}>
      <h1>{t('titles.home')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

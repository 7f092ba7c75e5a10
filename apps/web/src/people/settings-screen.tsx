import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** SettingsScreen: the frame of /settings. */
export function SettingsScreen() {
  const { t } = useTranslation('people');
  return (
    <Page title={t('titles.settings')}>
      <h1>{t('titles.settings')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** ProfileScreen: the frame of /profile. */
export function ProfileScreen() {
  const { t } = useTranslation('people');
  return (
    <Page title={t('titles.profile')}>
      <h1>{t('titles.profile')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

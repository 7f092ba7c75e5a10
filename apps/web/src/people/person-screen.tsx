import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** PersonScreen: the frame of /people/$personId. */
export function PersonScreen() {
  const { t } = useTranslation('people');
  return (
    <Page title={t('titles.person')}>
      <h1>{t('titles.person')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

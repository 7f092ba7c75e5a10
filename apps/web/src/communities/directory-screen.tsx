import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** DirectoryScreen: the frame of /communities. */
export function DirectoryScreen() {
  const { t } = useTranslation('communities');
  return (
    <Page title={t('titles.directory')}>
      <h1>{t('titles.directory')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** PositionsLibraryScreen: the frame of /positions. */
export function PositionsLibraryScreen() {
  const { t } = useTranslation('advocacy');
  return (
    <Page title={t('titles.positionsLibrary')}>
      <h1>{t('titles.positionsLibrary')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** OpenPositionScreen: the frame of /c/$slug/positions/new. */
export function OpenPositionScreen() {
  const { t } = useTranslation('advocacy');
  return (
    <Page title={t('titles.openPosition')}>
      <h1>{t('titles.openPosition')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

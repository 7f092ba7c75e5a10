import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** PublicPositionScreen: the frame of /positions/$positionId/public. */
export function PublicPositionScreen() {
  const { t } = useTranslation('advocacy');
  return (
    <Page title={t('titles.publicPosition')}>
      <h1>{t('titles.publicPosition')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

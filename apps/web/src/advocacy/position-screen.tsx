import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** PositionScreen: the frame of /p/$positionId. */
export function PositionScreen() {
  const { t } = useTranslation('advocacy');
  return (
    <Page title={t('titles.position')}>
      <h1>{t('titles.position')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

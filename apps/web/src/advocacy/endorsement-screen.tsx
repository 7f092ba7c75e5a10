import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** EndorsementScreen: the frame of /p/$positionId/endorsement. */
export function EndorsementScreen() {
  const { t } = useTranslation('advocacy');
  return (
    <Page title={t('titles.endorsement')}>
      <h1>{t('titles.endorsement')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

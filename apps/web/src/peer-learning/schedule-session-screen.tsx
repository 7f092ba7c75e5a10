import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** ScheduleSessionScreen: the frame of /c/$slug/sessions/new. */
export function ScheduleSessionScreen() {
  const { t } = useTranslation('peer-learning');
  return (
    <Page title={t('titles.scheduleSession')}>
      <h1>{t('titles.scheduleSession')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

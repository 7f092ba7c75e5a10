import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** CalendarScreen: the frame of /calendar. */
export function CalendarScreen() {
  const { t } = useTranslation('peer-learning');
  return (
    <Page title={t('titles.calendar')}>
      <h1>{t('titles.calendar')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

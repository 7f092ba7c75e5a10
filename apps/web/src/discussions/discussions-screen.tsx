import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** DiscussionsScreen: the frame of /c/$slug/discussions. */
export function DiscussionsScreen() {
  const { t } = useTranslation('discussions');
  return (
    <Page title={t('titles.discussions')}>
      <h1>{t('titles.discussions')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** CommunityScreen: the frame of /c/$slug. */
export function CommunityScreen() {
  const { t } = useTranslation('communities');
  return (
    <Page title={t('titles.community')}>
      <h1>{t('titles.community')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

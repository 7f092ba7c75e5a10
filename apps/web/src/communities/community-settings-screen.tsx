import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** CommunitySettingsScreen: the frame of /c/$slug/settings. */
export function CommunitySettingsScreen() {
  const { t } = useTranslation('communities');
  return (
    <Page title={t('titles.communitySettings')}>
      <h1>{t('titles.communitySettings')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** CommunityPositionsScreen: the frame of /c/$slug/positions. */
export function CommunityPositionsScreen() {
  const { t } = useTranslation('advocacy');
  return (
    <Page title={t('titles.communityPositions')}>
      <h1>{t('titles.communityPositions')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** NewCommunityScreen: the frame of /communities/new. */
export function NewCommunityScreen() {
  const { t } = useTranslation('communities');
  return (
    <Page title={t('titles.newCommunity')}>
      <h1>{t('titles.newCommunity')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

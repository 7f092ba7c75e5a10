import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** MembersScreen: the frame of /c/$slug/members. */
export function MembersScreen() {
  const { t } = useTranslation('communities');
  return (
    <Page title={t('titles.members')}>
      <h1>{t('titles.members')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

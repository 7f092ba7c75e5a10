import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** InvitationScreen: the frame of /invitations/$token. */
export function InvitationScreen() {
  const { t } = useTranslation('communities');
  return (
    <Page title={t('titles.invitation')}>
      <h1>{t('titles.invitation')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

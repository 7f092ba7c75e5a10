import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** SignInLinkScreen: the frame of /sign-in/link. */
export function SignInLinkScreen() {
  const { t } = useTranslation('people');
  return (
    <Page title={t('titles.signInLink')}>
      <h1>{t('titles.signInLink')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

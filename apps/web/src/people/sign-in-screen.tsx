import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** SignInScreen: the frame of /sign-in. */
export function SignInScreen() {
  const { t } = useTranslation('people');
  return (
    <Page title={t('titles.signIn')}>
      <h1>{t('titles.signIn')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

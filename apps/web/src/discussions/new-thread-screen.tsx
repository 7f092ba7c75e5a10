import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { Waiting } from '../design/states.js';

/** NewThreadScreen: the frame of /c/$slug/discussions/new. */
export function NewThreadScreen() {
  const { t } = useTranslation('discussions');
  return (
    <Page title={t('titles.newThread')}>
      <h1>{t('titles.newThread')}</h1>
      <Waiting shape="list" />
    </Page>
  );
}

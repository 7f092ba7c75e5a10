import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Page } from '../design/page.js';
import { InstantText } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import { KeepAccountDocument } from '../gql/privacy/graphql.js';

/** After asking for deletion: what happens now. From the mail: the way back, behind a button, because opening a link never acts. */
export function KeepAccountScreen() {
  const { t } = useTranslation('privacy');
  const { token, leaving } = useSearch({ from: '/keep-account' });
  const [isKept, setKept] = useState(false);
  const { write, isWriting, failure } = useWrite(KeepAccountDocument, { keyed: false });
  const keep = async () => {
    if (token && (await write({ token }))) setKept(true);
  };
  const day = leaving && !Number.isNaN(Date.parse(leaving)) ? leaving : null;
  return (
    <Page title={t('back.title')} size="narrow">
      <h1>{isKept ? t('back.kept') : token ? t('back.title') : t('back.leaving')}</h1>
      {isKept ? (
        <p>
          <Link to="/sign-in">{t('back.signIn')}</Link>
        </p>
      ) : token ? (
        <div className="stack g4">
          <p>{t('back.intro')}</p>
          <WriteTrouble failure={failure} title={t('back.refused')} />
          <div>
            <Button loading={isWriting} onClick={() => void keep()}>
              {t('back.keep')}
            </Button>
          </div>
        </div>
      ) : (
        <p>
          {t('back.leavingWhy')} {day && <InstantText at={day} style="day" />}
        </p>
      )}
    </Page>
  );
}

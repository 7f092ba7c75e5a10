import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Trouble, WriteTrouble } from '../design/states.js';
import { SignInWithLinkDocument } from '../gql/people/graphql.js';
import { useArrive } from './arrive.js';
import { SignInFrame } from './sign-in-frame.js';

/** Where the link of the mail leads. It signs in only when pressed: mail scanners open links, people press buttons. */
export function SignInLinkScreen() {
  const { t } = useTranslation('people');
  const { token } = useSearch({ from: '/sign-in/link' });
  const { write, isWriting, failure } = useWrite(SignInWithLinkDocument, { keyed: false });
  const arrive = useArrive();
  const enter = async () => {
    const data = token && (await write({ token }));
    if (data) await arrive(data.signInWithLink);
  };
  return (
    <SignInFrame title={t('signIn.linkTitle')}>
      {token ? (
        <>
          <p>{t('signIn.linkIntro')}</p>
          <WriteTrouble failure={failure} title={t('signIn.notSignedIn')} />
          <Button size="md" fullWidth loading={isWriting} onClick={() => void enter()}>
            {t('signIn.enter')}
          </Button>
        </>
      ) : (
        <Trouble title={t('signIn.notSignedIn')}>{t('signIn.linkBroken')}</Trouble>
      )}
      <p className="small">
        <Link to="/sign-in">{t('signIn.newCode')}</Link>
      </p>
    </SignInFrame>
  );
}

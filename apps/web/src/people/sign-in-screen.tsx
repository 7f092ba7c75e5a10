import { Button, TextInput } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { RequestSignInDocument } from '../gql/people/graphql.js';
import { EnterCode } from './enter-code.js';
import { pendingSignIn, type PendingSignIn } from './pending-sign-in.js';
import { SignInFrame } from './sign-in-frame.js';
import { SignInWithPassword } from './sign-in-with-password.js';

/** Signing in, and signing up, which is the same: an address, six digits from the mail. A password is another way, never needed. */
export function SignInScreen() {
  const { t } = useTranslation('people');
  const { way, returnTo } = useSearch({ from: '/sign-in' });
  const [pending, setPending] = useState<PendingSignIn | null>(() => pendingSignIn.read());
  const keep = (next: PendingSignIn | null) => {
    pendingSignIn.keep(next);
    setPending(next);
  };

  if (way === 'password') {
    return (
      <SignInFrame title={t('signIn.withPasswordTitle')}>
        <SignInWithPassword returnTo={returnTo} />
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title={pending ? t('signIn.codeTitle') : t('signIn.title')}>
      {pending ? <EnterCode pending={pending} returnTo={returnTo} onPending={keep} /> : <AskForCode returnTo={returnTo} onPending={keep} />}
    </SignInFrame>
  );
}

function AskForCode({ returnTo, onPending }: { returnTo?: string; onPending: (pending: PendingSignIn) => void }) {
  const { t } = useTranslation('people');
  const [email, setEmail] = useState('');
  const { write, isWriting, failure } = useWrite(RequestSignInDocument, { keyed: false });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({ email: email.trim(), ...(returnTo && { returnTo }) });
    if (data) onPending({ email: email.trim(), ...data.requestSignIn });
  };
  return (
    <form className="stack g4" onSubmit={(event) => void send(event)}>
      <p>{t('signIn.intro')}</p>
      <TextInput
        type="email"
        name="email"
        autoComplete="email"
        dir="ltr"
        size="md"
        required
        withAsterisk={false}
        label={t('signIn.email')}
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        error={failure?.fields['email']}
      />
      <WriteTrouble failure={failure} shownFields={['email']} />
      <Button type="submit" size="md" fullWidth loading={isWriting}>
        {t('signIn.sendCode')}
      </Button>
      <p className="small">
        <Link to="/sign-in" search={{ returnTo, way: 'password' }}>
          {t('signIn.usePassword')}
        </Link>
      </p>
    </form>
  );
}

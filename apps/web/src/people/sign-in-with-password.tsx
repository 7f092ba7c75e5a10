import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { SignInWithPasswordDocument } from '../gql/people/graphql.js';
import { useArrive } from './arrive.js';

/** For those who have set a password. */
export function SignInWithPassword({ returnTo }: { returnTo?: string }) {
  const { t } = useTranslation('people');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { write, isWriting, failure } = useWrite(SignInWithPasswordDocument, { keyed: false });
  const arrive = useArrive(returnTo);
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({ email: email.trim(), password });
    if (data) await arrive(data.signInWithPassword);
  };
  return (
    <form className="stack g4" onSubmit={(event) => void enter(event)}>
      <TextInput
        type="email"
        name="email"
        autoComplete="username"
        dir="ltr"
        size="md"
        required
        withAsterisk={false}
        label={t('signIn.email')}
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        error={failure?.fields['email']}
      />
      <PasswordInput
        name="password"
        autoComplete="current-password"
        dir="ltr"
        size="md"
        required
        withAsterisk={false}
        label={t('signIn.password')}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        error={failure?.fields['password']}
      />
      <WriteTrouble failure={failure} shownFields={['email', 'password']} title={t('signIn.notSignedIn')} />
      <Button type="submit" size="md" fullWidth loading={isWriting}>
        {t('signIn.enter')}
      </Button>
      <p className="small">
        <Link to="/sign-in" search={{ returnTo }}>
          {t('signIn.useCode')}
        </Link>
      </p>
    </form>
  );
}

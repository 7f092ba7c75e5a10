import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { SetPasswordDocument } from '../gql/people/graphql.js';

const shortest = 10;

/** A password is never needed; who wants one sets it here. */
export function PasswordSection({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const { t } = useTranslation(['people', 'shell']);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { write, isWriting, failure } = useWrite(SetPasswordDocument, { keyed: false });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({ password, ...(hasPassword && { current }) });
    if (!data) return;
    setCurrent('');
    setPassword('');
    notifications.show({ message: t('shell:saved'), autoClose: 3000 });
  };
  const toggle = { 'aria-label': t('signIn.showPassword') };
  return (
    <section aria-labelledby="settings-password">
      <h2 id="settings-password">{t('settings.password')}</h2>
      <p className="ink2">{hasPassword ? t('settings.passwordIs', { email }) : t('settings.passwordIsNot', { email })}</p>
      <form className="stack g4" onSubmit={(event) => void save(event)}>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        {hasPassword && (
          <PasswordInput
            label={t('settings.currentPassword')}
            autoComplete="current-password"
            dir="ltr"
            visibilityToggleButtonProps={toggle}
            value={current}
            onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
            error={failure?.fields['current']}
          />
        )}
        <PasswordInput
          label={t('settings.newPassword')}
          description={t('settings.newPasswordWhy', { number: shortest })}
          autoComplete="new-password"
          dir="ltr"
          visibilityToggleButtonProps={toggle}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          error={failure?.fields['password']}
        />
        <WriteTrouble failure={failure} shownFields={['current', 'password']} />
        <div>
          <Button type="submit" variant="default" loading={isWriting} disabled={password.length < shortest}>
            {hasPassword ? t('settings.changePassword') : t('settings.setPassword')}
          </Button>
        </div>
      </form>
    </section>
  );
}

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { ProveByCodeDocument, ProveByMailDocument, ProveByPasswordDocument } from '../gql/privacy/graphql.js';
import './privacy.css';

type Account = { email: string; hasPassword: boolean };

/** A sign-in of this moment, for what gives an account away or ends it: by password, or by six digits in a mail. */
export function ProveIt({ account, onProved, why }: { account: Account; onProved: () => void; why?: string }) {
  const { t } = useTranslation('privacy');
  const [byMail, setByMail] = useState(!account.hasPassword);
  return (
    <div className="notice stack g2 proveit" role="group" aria-label={t('prove.title')}>
      <b>{t('prove.title')}</b>
      <span className="small">{why ?? t('prove.why')}</span>
      {byMail ? <ByMail account={account} onProved={onProved} /> : <ByPassword account={account} onProved={onProved} />}
      {account.hasPassword && (
        <button type="button" className="textbutton" onClick={() => setByMail(!byMail)}>
          {byMail ? t('prove.usePassword') : t('prove.useMail')}
        </button>
      )}
    </div>
  );
}

function ByPassword({ account, onProved }: { account: Account; onProved: () => void }) {
  const { t } = useTranslation('privacy');
  const [password, setPassword] = useState('');
  const { write, isWriting, failure } = useWrite(ProveByPasswordDocument, { keyed: false });
  const prove = async (event: FormEvent) => {
    event.preventDefault();
    if (await write({ email: account.email, password })) onProved();
  };
  return (
    <form className="stack g2" onSubmit={(event) => void prove(event)}>
      <input type="email" autoComplete="username" value={account.email} readOnly hidden />
      <PasswordInput
        label={t('prove.password')}
        autoComplete="current-password"
        dir="ltr"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('prove.show') }}
      />
      <WriteTrouble failure={failure} title={t('prove.refused')} />
      <div>
        <Button type="submit" loading={isWriting} disabled={!password}>
          {t('prove.go')}
        </Button>
      </div>
    </form>
  );
}

function ByMail({ account, onProved }: { account: Account; onProved: () => void }) {
  const { t } = useTranslation('privacy');
  const [requestId, setRequestId] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const ask = useWrite(ProveByMailDocument, { keyed: false });
  const enter = useWrite(ProveByCodeDocument, { keyed: false });
  const send = async () => {
    const data = await ask.write({ email: account.email });
    if (data) setRequestId(data.requestSignIn.requestId);
  };
  const prove = async (event: FormEvent) => {
    event.preventDefault();
    if (requestId && (await enter.write({ requestId, code }))) onProved();
  };
  if (!requestId)
    return (
      <>
        <WriteTrouble failure={ask.failure} title={t('prove.refused')} />
        <div>
          <Button loading={ask.isWriting} onClick={() => void send()}>
            {t('prove.sendCode')}
          </Button>
        </div>
      </>
    );
  return (
    <form className="stack g2" onSubmit={(event) => void prove(event)}>
      <TextInput
        label={t('prove.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={enter.failure?.fields['code']}
      />
      <WriteTrouble failure={enter.failure} shownFields={['code']} title={t('prove.refused')} />
      <div>
        <Button type="submit" loading={enter.isWriting} disabled={code.replace(/\D/g, '').length < 6}>
          {t('prove.go')}
        </Button>
      </div>
    </form>
  );
}

import { Button, PinInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { RequestSignInDocument, SignInWithCodeDocument } from '../gql/people/graphql.js';
import { useArrive } from './arrive.js';
import { pendingSignIn, type PendingSignIn } from './pending-sign-in.js';

const digits = 6;

/** The six digits of the mail. Says the same whether or not the address is known. */
export function EnterCode({
  pending,
  returnTo,
  onPending,
}: {
  pending: PendingSignIn;
  returnTo?: string;
  onPending: (pending: PendingSignIn | null) => void;
}) {
  const { t } = useTranslation('people');
  const labelId = useId();
  const pin = useRef<HTMLDivElement>(null);
  const [code, setCode] = useState('');
  const [isShort, setShort] = useState(false);
  const [sentAgain, setSentAgain] = useState(false);
  const { write, isWriting, failure } = useWrite(SignInWithCodeDocument, { keyed: false });
  const again = useWrite(RequestSignInDocument, { keyed: false });
  const arrive = useArrive(returnTo);
  const [minutes] = useState(() => Math.max(1, Math.round((new Date(pending.expiresAt).getTime() - Date.now()) / 60_000)));

  const enter = async (entered: string) => {
    if (isWriting) return;
    if (entered.length < digits) return setShort(true);
    setShort(false);
    const data = await write({ requestId: pending.requestId, code: entered });
    if (!data) {
      setCode('');
      return pin.current?.querySelector('input')?.focus();
    }
    pendingSignIn.keep(null);
    await arrive(data.signInWithCode);
  };
  const sendAgain = async () => {
    const data = await again.write({ email: pending.email, ...(returnTo && { returnTo }) });
    if (!data) return;
    onPending({ email: pending.email, ...data.requestSignIn });
    setSentAgain(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter(code);
  };

  return (
    <form className="stack g4" onSubmit={submit}>
      <p>
        <Trans
          t={t}
          i18nKey="signIn.codeIntro"
          count={minutes}
          values={{ email: pending.email }}
          components={{ b: <b dir="ltr" className="ltr" /> }}
        />
      </p>
      <div role="group" aria-labelledby={labelId} className="pinfield">
        <div className="label" id={labelId}>
          {t('signIn.sixDigits')}
        </div>
        <PinInput
          length={digits}
          type="number"
          oneTimeCode
          autoFocus
          dir="ltr"
          placeholder=""
          className="pin"
          rootRef={pin}
          value={code}
          onChange={setCode}
          onComplete={(entered) => void enter(entered)}
          error={failure !== null || isShort}
          getInputProps={(index) => ({ 'aria-label': t('signIn.digit', { number: index + 1, of: digits }) })}
        />
      </div>
      {isShort && (
        <p className="small fielderror" role="alert">
          {t('signIn.incomplete')}
        </p>
      )}
      <WriteTrouble failure={failure} title={t('signIn.notSignedIn')} />
      <Button type="submit" size="md" fullWidth loading={isWriting}>
        {t('signIn.enter')}
      </Button>
      <div className="stack g2 small">
        <p>
          <Trans
            t={t}
            i18nKey="signIn.nothingCame"
            components={{
              again: <InSentence onClick={() => void sendAgain()} disabled={again.isWriting} />,
            }}
          />
        </p>
        {sentAgain && <p role="status">{t('signIn.sentAgain')}</p>}
        <WriteTrouble failure={again.failure} title={t('signIn.notSent')} />
        <p>
          <button type="button" className="textbutton" onClick={() => onPending(null)}>
            {t('signIn.otherAddress')}
          </button>
        </p>
        <p>
          <Link to="/sign-in" search={{ returnTo, way: 'password' }}>
            {t('signIn.usePassword')}
          </Link>
        </p>
      </div>
    </form>
  );
}

/** A button inside a sentence, which brings its words. */
function InSentence({ children, ...rest }: { children?: ReactNode; onClick: () => void; disabled: boolean }) {
  return (
    <button type="button" className="textbutton" {...rest}>
      {children}
    </button>
  );
}

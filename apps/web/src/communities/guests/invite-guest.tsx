import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { InviteGuestDocument, type GuestSubject } from '../../gql/communities/graphql.js';
import './guests.css';

const DAY = 86_400_000;
const dayAhead = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const shown = ['email', 'name', 'organisation', 'until'];

/** Asks somebody from outside to read along in one thread, or to come to one session. `latest` is the day proposed. */
export function InviteGuest({
  subject,
  subjectId,
  onInvited,
  onDone,
}: {
  subject: GuestSubject;
  subjectId: string;
  onInvited: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation(['guests', 'shell']);
  const [said, setSaid] = useState({ email: '', name: '', organisation: '', until: dayAhead(30) });
  const { write, isWriting, failure } = useWrite(InviteGuestDocument);
  const field = (name: keyof typeof said) => ({
    value: said[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => setSaid({ ...said, [name]: currentTarget.value }),
    error: failure?.fields[name],
  });
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    // Until the end of that day, on the inviter's clock.
    const until = new Date(`${said.until}T23:59:59`).toISOString();
    if (!(await write({ ...said, email: said.email.trim(), until, subject, subjectId }))) return;
    notifications.show({ message: t('invite.sent', { name: said.name }), autoClose: 4000 });
    onInvited();
    onDone();
  };
  return (
    <form className="well stack g4" onSubmit={(event) => void invite(event)} noValidate aria-labelledby="invite-guest">
      <div className="stack g1">
        <h2 id="invite-guest">{t('invite.title')}</h2>
        <p className="small ink2">{t(`invite.why${subject}`)}</p>
      </div>
      <div className="guestform">
        <TextInput type="email" label={t('invite.email')} dir="ltr" autoComplete="off" {...field('email')} />
        <TextInput label={t('invite.name')} description={t('invite.nameWhy')} dir="auto" maxLength={120} {...field('name')} />
        <TextInput
          label={t('invite.organisation')}
          description={t('invite.organisationWhy')}
          dir="auto"
          maxLength={160}
          {...field('organisation')}
        />
        <TextInput type="date" label={t('invite.until')} min={dayAhead(0)} max={dayAhead(180)} {...field('until')} />
      </div>
      <WriteTrouble failure={failure} shownFields={shown} />
      <div className="flex">
        <Button
          type="submit"
          loading={isWriting}
          disabled={!said.email.trim() || !said.name.trim() || !said.organisation.trim() || !said.until}
        >
          {t('invite.send')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('shell:cancel')}
        </Button>
      </div>
    </form>
  );
}

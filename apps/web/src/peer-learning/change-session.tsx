import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WhoWillSee } from '../design/who-will-see.js';
import { WriteTrouble } from '../design/states.js';
import { ChangeSessionDocument, type SessionPartsFragment } from '../gql/peer-learning/graphql.js';
import { useFormKeys } from './form-keys.js';
import { DescriptionField, HostField, TitleField, WhenFields, WhereFields } from './session-fields.js';
import { draftOf, sessionFields, type SessionDraft } from './session-form.js';

/** What differs from the session as it is: only this is sent, and only of this people are told. */
const differences = (before: SessionDraft, after: SessionDraft) => ({
  ...(after.title.trim() !== before.title && { title: after.title.trim() }),
  ...(after.description.trim() !== before.description && { description: after.description.trim() || null }),
  ...((after.date !== before.date || after.time !== before.time) && { localStart: `${after.date}T${after.time}` }),
  ...(after.timeZone !== before.timeZone && { timeZone: after.timeZone }),
  ...(after.minutes !== before.minutes && after.minutes !== '' && { durationMinutes: after.minutes }),
  ...(after.place.trim() !== before.place && { place: after.place.trim() || null }),
  ...(after.link.trim() !== before.link && { link: after.link.trim() || null }),
  ...(after.seats !== before.seats && after.seats !== '' && { seats: after.seats }),
  ...(after.host?.id !== before.host?.id && { hostId: after.host?.id ?? null }),
});

/** Changing what was agreed, in the page itself. */
export function ChangeSession({ session, onDone }: { session: SessionPartsFragment; onDone: () => void }) {
  const { t } = useTranslation('peer-learning');
  const [before] = useState(() => draftOf(session));
  const [draft, setDraft] = useState(before);
  const form = useFormKeys({ onLeave: onDone });
  const { write, isWriting, failure } = useWrite(ChangeSessionDocument);
  const fields = {
    draft,
    onChange: (changed: Partial<SessionDraft>) => setDraft((was) => ({ ...was, ...changed })),
    errors: failure?.fields ?? {},
  };
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const changed = differences(before, draft);
    if (Object.keys(changed).length === 0) return onDone();
    const data = await write({ sessionId: session.id, ...changed });
    if (!data) return;
    notifications.show({ message: t('change.done') });
    onDone();
  };

  return (
    <form ref={form} className="sessionform well" noValidate onSubmit={(event) => void save(event)}>
      <h2 tabIndex={-1} ref={heading}>
        {t('change.title')}
      </h2>
      <p className="small ink2">{t('change.why')}</p>
      <TitleField {...fields} />
      <WhenFields {...fields} />
      <WhereFields {...fields} />
      <HostField {...fields} />
      <DescriptionField {...fields} />
      <WhoWillSee
        level={session.group ? 'group' : session.community.visibility === 'PUBLIC' ? 'public' : 'community'}
        community={session.community.name}
        room={session.group?.name}
        people={session.group?.memberCount}
        guests={session.guests.filter(({ state }) => state !== 'ENDED')}
      />
      <WriteTrouble failure={failure} shownFields={sessionFields} />
      <FormActions go={t('change.save')} isWriting={isWriting} onCancel={onDone} />
    </form>
  );
}

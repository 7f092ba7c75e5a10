import { useLazyQuery } from '@apollo/client/react';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { RelativeTime } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import {
  AccountsDocument,
  AppointCoordinatorDocument,
  WriteToCoordinatorsDocument,
  type OverseenLineFragment,
} from '../gql/oversight/graphql.js';

/** A community and what an administrator may do for it. */
export function OverseenCommunityRow({ community }: { community: OverseenLineFragment }) {
  const { t } = useTranslation('oversight');
  const [open, setOpen] = useState<'appoint' | 'write' | null>(null);
  const close = () => setOpen(null);
  const isOrphan = community.coordinatorCount === 0;
  return (
    <li className="rowline stack g2 accountrow">
      <div className="flex top accounthead">
        <div className="grow small">
          <Link to="/c/$slug" params={{ slug: community.slug }} className="quiet">
            <b>
              <bdi>{community.name}</bdi>
            </b>
          </Link>
          <div className="ink2">
            {t(`rules.visibility.${community.visibility}`)} · {t('communities.members', { count: community.memberCount })} ·{' '}
            {isOrphan ? <b>{t('communities.nobody')}</b> : t('communities.coordinators', { count: community.coordinatorCount })} ·{' '}
            {t('communities.lastActivity')} <RelativeTime at={community.lastActivityAt} />
          </div>
        </div>
        {!open && (
          <div className="flex wrap">
            <Button
              component={Link}
              to="/c/$slug/merge"
              params={{ slug: community.slug } as never}
              size="xs"
              variant="subtle"
              aria-label={`${t('communities.merge')}: ${community.name}`}
            >
              {t('communities.merge')}
            </Button>
            {isOrphan ? (
              <Button size="xs" variant="default" onClick={() => setOpen('appoint')}>
                {t('communities.appoint')}
              </Button>
            ) : (
              <Button
                size="xs"
                variant="default"
                onClick={() => setOpen('write')}
                aria-label={`${t('communities.write')}: ${community.name}`}
              >
                {t('communities.write')}
              </Button>
            )}
          </div>
        )}
      </div>
      {open === 'appoint' && <Appoint community={community} onDone={close} />}
      {open === 'write' && <Write community={community} onDone={close} />}
    </li>
  );
}

function Appoint({ community, onDone }: { community: OverseenLineFragment; onDone: () => void }) {
  const { t } = useTranslation('oversight');
  const [personId, setPersonId] = useState<string | null>(null);
  const [find, found] = useLazyQuery(AccountsDocument);
  const search = useDebouncedCallback((text: string) => void find({ variables: { text, state: 'ACTIVE', after: null } }), 250);
  const { write, isWriting, failure } = useWrite(AppointCoordinatorDocument);
  const appoint = async (event: FormEvent) => {
    event.preventDefault();
    if (personId && (await write({ communityId: community.id, personId }))) onDone();
  };
  const people = found.data?.accounts.nodes ?? [];
  return (
    <form className="stack g2 narrowform" onSubmit={(event) => void appoint(event)}>
      <Select
        searchable
        label={t('communities.whom')}
        description={t('communities.whomWhy')}
        value={personId}
        onChange={setPersonId}
        onSearchChange={search}
        data={people.map(({ id, person, maskedEmail }) => ({ value: id, label: `${person.name} (${maskedEmail})` }))}
        filter={({ options }) => options}
        nothingFoundMessage={t('people.none')}
        error={failure?.fields['personId']}
      />
      <WriteTrouble failure={failure} shownFields={['personId']} />
      <FormActions go={t('communities.appoint')} isWriting={isWriting} disabled={!personId} onCancel={onDone} size="xs" />
    </form>
  );
}

function Write({ community, onDone }: { community: OverseenLineFragment; onDone: () => void }) {
  const { t } = useTranslation('oversight');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const { write, isWriting, failure } = useWrite(WriteToCoordinatorsDocument);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await write({ communityId: community.id, subject, text }))) return;
    notifications.show({ message: t('communities.written'), autoClose: 3000 });
    onDone();
  };
  return (
    <form className="stack g2 narrowform" onSubmit={(event) => void send(event)} noValidate>
      <TextInput
        label={t('communities.subject')}
        value={subject}
        maxLength={120}
        onChange={(event) => setSubject(event.currentTarget.value)}
        error={failure?.fields['subject']}
      />
      <Textarea
        label={t('communities.text')}
        value={text}
        maxLength={2000}
        autosize
        minRows={3}
        onChange={(event) => setText(event.currentTarget.value)}
        error={failure?.fields['text']}
      />
      <WriteTrouble failure={failure} shownFields={['subject', 'text']} />
      <FormActions go={t('communities.send')} isWriting={isWriting} onCancel={onDone} size="xs" />
    </form>
  );
}

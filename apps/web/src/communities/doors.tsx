import { useQuery } from '@apollo/client/react';
import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { InstantText, RelativeTime } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import {
  AnswerJoinRequestDocument,
  DoorsDocument,
  InviteToCommunityDocument,
  RevokeInvitationDocument,
  type DoorPartsFragment,
  type MembershipRole,
} from '../gql/communities/graphql.js';
import { roles } from './choices.js';
import type { CommunityHead } from './community-frame.js';

/** Who asks to come in, and who has been asked. */
export function Doors({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('communities');
  const found = useQuery(DoorsDocument, { variables: { slug: community.slug } });
  return (
    <Loaded query={found} shape="list">
      {({ community: { joinRequests, invitations } }) => (
        <>
          {community.viewerCan.includes('ANSWER_REQUESTS') && joinRequests.length > 0 && (
            <section aria-labelledby="requests">
              <h2 id="requests">{t('requests.title', { count: joinRequests.length })}</h2>
              <ul className="plain">
                {joinRequests.map((request) => (
                  <Request key={request.id} request={request} />
                ))}
              </ul>
            </section>
          )}
          {community.viewerCan.includes('INVITE') && (
            <section aria-labelledby="invitations" className="stack g4">
              <h2 id="invitations">{t('invitations.title')}</h2>
              <Invite community={community} onDone={() => void found.refetch()} />
              <ul className="plain">
                {invitations
                  .filter(({ acceptedAt }) => !acceptedAt)
                  .map((invitation) => (
                    <Invited key={invitation.id} invitation={invitation} onDone={() => void found.refetch()} />
                  ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Loaded>
  );
}

function Request({ request }: { request: DoorPartsFragment['joinRequests'][number] }) {
  const { t } = useTranslation('communities');
  const { write, isWriting, failure } = useWrite(AnswerJoinRequestDocument);
  const answer = (accept: boolean) =>
    void write(
      { requestId: request.id, accept },
      { update: (cache, data) => void (accept && cache.evict({ id: cache.identify(data.answerJoinRequest)!, fieldName: 'members' })) },
    );
  return (
    <li className="memberrow rowline top">
      <PersonFace name={request.person.name} pictureUrl={request.person.pictureUrl} />
      <div className="grow small stack g1">
        <span>
          <b>
            <bdi>{request.person.name}</bdi>
          </b>{' '}
          <span className="ink2" dir="auto">
            {request.person.headline}
          </span>{' '}
          <span className="ink3">
            <RelativeTime at={request.createdAt} />
          </span>
        </span>
        {request.message && (
          <p className="quote" dir="auto">
            {request.message}
          </p>
        )}
        <div className="flex wrap" style={{ marginBlockStart: '.35rem' }}>
          <Button onClick={() => answer(true)} loading={isWriting}>
            {t('requests.accept')}
          </Button>
          <Button variant="default" onClick={() => answer(false)} disabled={isWriting}>
            {t('requests.refuse')}
          </Button>
        </div>
        <WriteTrouble failure={failure} />
      </div>
    </li>
  );
}

function Invite({ community, onDone }: { community: CommunityHead; onDone: () => void }) {
  const { t } = useTranslation('communities');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<MembershipRole>('MEMBER');
  const { write, isWriting, failure } = useWrite(InviteToCommunityDocument);
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await write({ communityId: community.id, email: email.trim(), role }))) return;
    notifications.show({ message: t('invitations.sent', { email: email.trim() }), autoClose: 4000 });
    setEmail('');
    onDone();
  };
  return (
    <form className="inviteform" onSubmit={(event) => void invite(event)} noValidate>
      <TextInput
        type="email"
        label={t('invitations.email')}
        dir="ltr"
        autoComplete="off"
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        error={failure?.fields['email']}
      />
      <Select
        label={t('members.role')}
        data={roles
          .filter((one) => one === 'MEMBER' || community.viewerCan.includes('CHANGE_ROLE'))
          .map((value) => ({ value, label: t(`role.${value}`) }))}
        value={role}
        onChange={(chosen) => chosen && setRole(chosen as MembershipRole)}
        allowDeselect={false}
        error={failure?.fields['role']}
      />
      <Button type="submit" loading={isWriting} disabled={!email.trim()}>
        {t('invitations.invite')}
      </Button>
      <div className="all">
        <WriteTrouble failure={failure} shownFields={['email', 'role']} />
      </div>
    </form>
  );
}

function Invited({ invitation, onDone }: { invitation: DoorPartsFragment['invitations'][number]; onDone: () => void }) {
  const { t } = useTranslation('communities');
  const { write, isWriting, failure } = useWrite(RevokeInvitationDocument, { keyed: false });
  return (
    <li className="memberrow rowline">
      <div className="grow small">
        <bdi>{invitation.email}</bdi> <span className="ink2">{t(`role.${invitation.role}`)}</span>
        <div className="tiny ink2">
          {t('invitations.by', { name: invitation.invitedBy.name })} · {t('invitations.until')}{' '}
          <InstantText at={invitation.expiresAt} style="day" />
        </div>
        <WriteTrouble failure={failure} />
      </div>
      <Button
        variant="subtle"
        loading={isWriting}
        aria-label={t('invitations.revokeOf', { email: invitation.email })}
        onClick={() => void write({ invitationId: invitation.id }).then((done) => done && onDone())}
      >
        {t('invitations.revoke')}
      </Button>
    </li>
  );
}

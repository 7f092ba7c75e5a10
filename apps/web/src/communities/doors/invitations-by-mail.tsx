import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { forget } from '../../data/connections.js';
import { Loaded } from '../../design/loaded.js';
import { More } from '../../design/more.js';
import { InstantText } from '../../design/small.js';
import { WriteTrouble } from '../../design/states.js';
import {
  InvitationsDocument,
  InviteToCommunityDocument,
  RevokeInvitationDocument,
  type InvitationLineFragment,
  type MembershipRole,
} from '../../gql/communities/graphql.js';
import type { CommunityHead } from '../community-frame.js';
import { RoleChoice } from './role-choice.js';

/** Invitations for one address each: a form, and those that wait for an answer. */
export function InvitationsByMail({ community }: { community: CommunityHead }) {
  const { t } = useTranslation(['communities', 'doors', 'shell']);
  const found = useQuery(InvitationsDocument, { variables: { slug: community.slug } });
  return (
    <section aria-labelledby="by-mail" className="stack g4">
      <div className="stack g1">
        <h2 id="by-mail">{t('doors:mail.title')}</h2>
        <p className="small ink2">{t('doors:mail.why')}</p>
      </div>
      <Invite community={community} onDone={() => void found.refetch()} />
      <p className="small">
        <Link to="/c/$slug/members/invite/list" params={{ slug: community.slug }}>
          {t('doors:list.open')}
        </Link>
      </p>
      <Loaded query={found} shape="list">
        {({ community: { invitations } }) => {
          const waiting = invitations.nodes.filter(({ acceptedAt }) => !acceptedAt);
          return (
            <>
              {waiting.length > 0 && (
                <ul className="plain" aria-label={t('doors:mail.waiting')}>
                  {waiting.map((invitation) => (
                    <Invited key={invitation.id} invitation={invitation} />
                  ))}
                </ul>
              )}
              <More query={found} pageInfo={invitations.pageInfo} />
            </>
          );
        }}
      </Loaded>
    </section>
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
      <RoleChoice community={community} value={role} onChange={setRole} error={failure?.fields['role']} />
      <Button type="submit" loading={isWriting} disabled={!email.trim()}>
        {t('invitations.invite')}
      </Button>
      <div className="all">
        <WriteTrouble failure={failure} shownFields={['email', 'role']} />
      </div>
    </form>
  );
}

function Invited({ invitation }: { invitation: InvitationLineFragment }) {
  const { t } = useTranslation('communities');
  const { write, isWriting, failure } = useWrite(RevokeInvitationDocument, { keyed: false });
  return (
    <li className="memberrow rowline">
      <div className="grow small">
        {invitation.name && (
          <>
            <b dir="auto">{invitation.name}</b>{' '}
          </>
        )}
        <bdi>{invitation.email}</bdi> <span className="ink2">{t(`role.${invitation.role}`)}</span>
        <div className="tiny ink2">
          {t('invitations.by', { name: invitation.invitedBy.name })} · {t('invitations.until')}{' '}
          <InstantText at={invitation.expiresAt} style="day" />
          {invitation.organisationName && (
            <>
              {' · '}
              <bdi>{invitation.organisationName}</bdi>
            </>
          )}
        </div>
        <WriteTrouble failure={failure} />
      </div>
      <Button
        variant="subtle"
        loading={isWriting}
        aria-label={t('invitations.revokeOf', { email: invitation.email })}
        onClick={() => void write({ invitationId: invitation.id }, { update: (cache) => forget(cache, 'Invitation', invitation.id) })}
      >
        {t('invitations.revoke')}
      </Button>
    </li>
  );
}

import { useApolloClient } from '@apollo/client/react';
import { Button, Checkbox, Menu, Popover, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { JoinCommunityDocument, LeaveCommunityDocument } from '../gql/communities/graphql.js';
import { ViewerDocument } from '../gql/shell/graphql.js';
import { useViewer } from '../shell/viewer.js';
import { JoinAnswers, answersInput, type Answers } from './doors/join-answers.js';
import type { CommunityHead } from './community-frame.js';
import { JoinForOrganisation } from './doors/join-for-organisation.js';

/** Joining, asking to join, or leaving: what the policy of the community allows this person. */
export function MembershipButton({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('communities');
  const viewer = useViewer();
  const refreshRail = useRefreshRail();
  const can = (action: CommunityHead['viewerCan'][number]) => community.viewerCan.includes(action);
  if (!viewer) {
    return (
      <Button component={Link} to="/sign-in" search={{ returnTo: `/c/${community.slug}` } as never}>
        {t('join.signIn')}
      </Button>
    );
  }
  if (community.viewerMembership) return <Member community={community} />;
  if (community.viewerRequest) return <span className="small ink2">{t('join.waiting')}</span>;
  return (
    <>
      {can('JOIN') || can('REQUEST_TO_JOIN') ? (
        <Join community={community} asks={!can('JOIN')} />
      ) : (
        community.joinPolicy === 'BY_INVITATION' && <span className="small ink2 invitedonly">{t('join.byInvitation')}</span>
      )}
      {can('JOIN_FOR_ORGANISATION') && <JoinForOrganisation community={community} onIn={refreshRail} />}
      <Suspense fallback={null}>
        <WaysInBySeat community={community} onIn={refreshRail} />
      </Suspense>
    </>
  );
}

const BeginHandover = lazy(() => import('../handovers/begin-handover.js').then((part) => ({ default: part.BeginHandover })));
/** Only those who are not in yet need it, so its code and words come on their own. */
const WaysInBySeat = lazy(() => import('../organisations/ways-in-by-seat.js').then((part) => ({ default: part.WaysInBySeat })));

/** The rail lists one's communities, so it must hear of each coming and going. */
const useRefreshRail = () => {
  const client = useApolloClient();
  return () => void client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
};

function Join({ community, asks }: { community: CommunityHead; asks: boolean }) {
  const { t } = useTranslation('communities');
  const viewer = useViewer();
  const refreshRail = useRefreshRail();
  const { write, isWriting, failure } = useWrite(JoinCommunityDocument);
  const [isOpen, setOpen] = useState(false);
  const [message, setMessage] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  const organisation = viewer?.person.organisation;
  const [speaksFor, setSpeaksFor] = useState(true);

  const join = async () => {
    const data = await write({
      communityId: community.id,
      ...(organisation && speaksFor && { organisationId: organisation.id }),
      ...(asks && message.trim() && { message: message.trim() }),
      ...(asks && { answers: answersInput(answers) }),
    });
    if (!data) return;
    setOpen(false);
    refreshRail();
    if (data.joinCommunity.membership) notifications.show({ message: t('join.done', { community: community.name }), autoClose: 4000 });
  };

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" width={340} trapFocus returnFocus withRoles>
      <Popover.Target>
        <Button onClick={() => (asks || organisation ? setOpen(!isOpen) : void join())} loading={isWriting && !isOpen}>
          {asks ? t('join.ask') : t(community.joinPolicy === 'NO_LIST' ? 'join.takePart' : 'join.join')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="stack g4 joinform" aria-label={asks ? t('join.ask') : t('join.join')}>
        {asks && <JoinAnswers slug={community.slug} answers={answers} onChange={setAnswers} errors={failure?.fields ?? {}} />}
        {asks && (
          <Textarea
            label={t('join.message')}
            description={t('join.messageWhy')}
            dir="auto"
            autosize
            minRows={3}
            maxLength={2000}
            value={message}
            onChange={({ currentTarget }) => setMessage(currentTarget.value)}
            error={failure?.fields['message']}
          />
        )}
        {organisation && (
          <Checkbox
            label={t('join.speaksFor', { organisation: organisation.name })}
            description={t('join.speaksForWhy')}
            checked={speaksFor}
            onChange={({ currentTarget }) => setSpeaksFor(currentTarget.checked)}
          />
        )}
        <WriteTrouble failure={failure} shownFields={['message', ...answersInput(answers).map((_, i) => `answers.${i}.text`)]} />
        <Button onClick={() => void join()} loading={isWriting}>
          {asks ? t('join.sendRequest') : t('join.join')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function Member({ community }: { community: CommunityHead }) {
  const { t } = useTranslation(['communities', 'shell']);
  const refreshRail = useRefreshRail();
  const leave = useWrite(LeaveCommunityDocument);
  const rejoin = useWrite(JoinCommunityDocument);
  const membership = community.viewerMembership!;
  const [isHandingOver, setHandingOver] = useState(false);

  const goAway = async () => {
    const organisationId = membership.organisation?.id;
    if (!(await leave.write({ communityId: community.id }))) return;
    refreshRail();
    const isOpen = community.joinPolicy === 'OPEN' || community.joinPolicy === 'NO_LIST';
    notifications.show({
      id: `left-${community.id}`,
      autoClose: 10_000,
      message: (
        <span>
          {t('leave.done', { community: community.name })}{' '}
          {isOpen && (
            <button
              type="button"
              className="textbutton"
              onClick={() => {
                notifications.hide(`left-${community.id}`);
                void rejoin.write({ communityId: community.id, ...(organisationId && { organisationId }) }).then(refreshRail);
              }}
            >
              {t('shell:undo')}
            </button>
          )}
        </span>
      ),
    });
  };

  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconCheck size={17} aria-hidden />}
            rightSection={<IconChevronDown size={15} aria-hidden />}
            loading={leave.isWriting}
          >
            {t(`membership.${membership.role}`)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {membership.organisation && <Menu.Label>{t('membership.for', { organisation: membership.organisation.name })}</Menu.Label>}
          {membership.role !== 'MEMBER' && <Menu.Item onClick={() => setHandingOver(true)}>{t('leave.handOver')}</Menu.Item>}
          <Menu.Item onClick={() => void goAway()}>{t('leave.leave')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isHandingOver && (
        <Suspense fallback={null}>
          <BeginHandover communityId={community.id} mayLeave onDone={() => setHandingOver(false)} />
        </Suspense>
      )}
      <WriteTrouble failure={leave.failure ?? rejoin.failure} />
    </>
  );
}

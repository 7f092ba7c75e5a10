import { useApolloClient } from '@apollo/client/react';
import { Menu } from '@mantine/core';
import { IconDots, IconEye, IconHourglassLow, IconLock, IconLockOpen, IconPencil, IconUsers, IconWorld } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InviteGuest } from '../communities/guests/invite-guest.js';
import { useWrite } from '../data/use-write.js';
import { Level } from '../design/level.js';
import { WriteTrouble } from '../design/states.js';
import { Crumb } from '../design/way.js';
import {
  CloseThreadDocument,
  NarrowThreadDocument,
  ReopenThreadDocument,
  ThreadDocument,
  type ThreadPartsFragment,
} from '../gql/discussions/graphql.js';
import { AskForAudience } from './audience/ask-for-audience.js';
import { AudienceLine } from './audience/audience-line.js';
import { AnswerBox } from './kinds/answer-box.js';
import { ClinicSteps } from './kinds/clinic-steps.js';
import { KindBadge } from './kinds/kind-badge.js';
import { Receipts } from './kinds/receipts.js';
import { SignalReach } from './kinds/signal-reach.js';
import { LivingSummary } from './summary/living-summary.js';
import { levelName } from './level-name.js';
import { RenameThread } from './rename-thread.js';

/** What is talked about, how far the words go, who began, and how long it takes to read. */
export function ThreadHead({ thread, minutes }: { thread: ThreadPartsFragment; minutes: number | null }) {
  const { t } = useTranslation(['discussions', 'shell']);
  const { t: voices } = useTranslation('confidences');
  const { t: guests } = useTranslation('guests');
  const client = useApolloClient();
  const { community } = thread;
  const close = useWrite(CloseThreadDocument);
  const reopen = useWrite(ReopenThreadDocument);
  const [isRenaming, setRenaming] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const mayRename = thread.viewerCan.includes('EDIT');
  const mayClose = thread.viewerCan.includes('CLOSE');
  const mayReopen = thread.viewerCan.includes('REOPEN');
  const mayWiden = thread.viewerCan.includes('WIDEN') && !thread.audienceRequest;
  const mayNarrow = thread.viewerCan.includes('NARROW');
  const mayAdmit = thread.viewerCan.includes('ADMIT_GUEST');
  const [isAsking, setAsking] = useState(false);
  const [isInviting, setInviting] = useState(false);
  const narrow = useWrite(NarrowThreadDocument);
  return (
    <header className="stack g2 threadhead">
      <Crumb>
        <Link key="c" to="/c/$slug" params={{ slug: community.slug }}>
          <bdi>{community.name}</bdi>
        </Link>
        <Link key="d" to="/c/$slug/discussions" params={{ slug: community.slug }}>
          {t('shell:communityTabs.discussions')}
        </Link>
        {thread.group && (
          <Link key="g" to="/c/$slug/groups/$groupId" params={{ slug: community.slug, groupId: thread.group.id }}>
            <bdi>{thread.group.name}</bdi>
          </Link>
        )}
      </Crumb>
      <div className="flex between top">
        {isRenaming ? (
          <RenameThread
            thread={thread}
            onDone={() => {
              setRenaming(false);
              setTimeout(() => more.current?.focus(), 0);
            }}
          />
        ) : (
          <h1>
            <bdi>{thread.title}</bdi>
          </h1>
        )}
        {(mayRename || mayClose || mayReopen || mayWiden || mayNarrow || mayAdmit) && (
          <Menu position="bottom-end" shadow="md" returnFocus={!isRenaming}>
            <Menu.Target>
              <button ref={more} type="button" className="ghost" aria-label={t('thread.more')}>
                <IconDots size={19} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {mayRename && (
                <Menu.Item leftSection={<IconPencil size={17} aria-hidden />} onClick={() => setRenaming(true)}>
                  {t('thread.rename')}
                </Menu.Item>
              )}
              {mayClose && (
                <Menu.Item leftSection={<IconLock size={17} aria-hidden />} onClick={() => void close.write({ threadId: thread.id })}>
                  {t('thread.close')}
                </Menu.Item>
              )}
              {mayReopen && (
                <Menu.Item leftSection={<IconLockOpen size={17} aria-hidden />} onClick={() => void reopen.write({ threadId: thread.id })}>
                  {t('thread.reopen')}
                </Menu.Item>
              )}
              {mayWiden && (
                <Menu.Item leftSection={<IconWorld size={17} aria-hidden />} onClick={() => setAsking(true)}>
                  {voices('audience.ask')}
                </Menu.Item>
              )}
              {mayNarrow && (
                <Menu.Item leftSection={<IconUsers size={17} aria-hidden />} onClick={() => void narrow.write({ threadId: thread.id })}>
                  {voices('audience.narrow')}
                </Menu.Item>
              )}
              {mayAdmit && (
                <Menu.Item leftSection={<IconEye size={17} aria-hidden />} onClick={() => setInviting(true)}>
                  {guests('invite.open')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div className="flex wrap" style={{ gap: '.35rem 1rem' }}>
        <Level level={levelName(thread.level)} community={community.name} room={thread.group?.name} />
        <span className="small ink2">
          {thread.author
            ? t('thread.meta', {
                name: thread.author.name,
                replies: t('thread.replies', { count: thread.replyCount }),
                people: t('thread.people', { count: thread.participantCount }),
              })
            : voices('thread.meta', {
                replies: t('thread.replies', { count: thread.replyCount }),
                voices: voices('thread.voices', { count: thread.participantCount }),
              })}
        </span>
        <span className="small">
          <KindBadge kind={thread.kind} isAnswered={thread.isAnswered} />
        </span>
        {minutes !== null && (
          <span className="effort">
            <IconHourglassLow size={14} aria-hidden />
            {t('thread.minutes', { count: minutes })}
          </span>
        )}
      </div>
      {thread.level === 'UNATTRIBUTED' && <p className="small ink2">{voices('thread.namesHidden')}</p>}
      {thread.isClosed && (
        <p className="well small flex closed">
          <IconLock size={17} aria-hidden />
          {t('thread.closed')}
        </p>
      )}
      <WriteTrouble failure={close.failure ?? reopen.failure ?? narrow.failure} />
      <ClinicSteps thread={thread} />
      <SignalReach thread={thread} />
      <Receipts thread={thread} />
      <AnswerBox thread={thread} />
      <LivingSummary thread={thread} />
      {isAsking && <AskForAudience thread={thread} onDone={() => setAsking(false)} />}
      {isInviting && (
        <InviteGuest
          subject="THREAD"
          subjectId={thread.id}
          onInvited={() => void client.refetchQueries({ include: [ThreadDocument] })}
          onDone={() => setInviting(false)}
        />
      )}
      {thread.audienceRequest && <AudienceLine request={thread.audienceRequest} />}
    </header>
  );
}

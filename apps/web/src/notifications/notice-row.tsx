import { useApolloClient } from '@apollo/client/react';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../data/use-call.js';
import { RelativeTime, UnreadDot } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import { showUndo } from '../design/undo.js';
import { PersonFace } from '../design/who.js';
import {
  ChannelsDocument,
  MarkNotificationsReadDocument,
  SetChannelDocument,
  type NotificationPartsFragment,
} from '../gql/notifications/graphql.js';
import { FromTo } from '../peer-learning/from-to.js';
import { markRead } from './reading.js';

/** One notice: what happened, why it came to me, from what to what, and one click to stop its kind. */
export function NoticeRow({ notice }: { notice: NotificationPartsFragment }) {
  const { t } = useTranslation('notifications');
  const read = useCall(MarkNotificationsReadDocument);
  const stop = useStopKind(notice.kind);
  const { id, kind, reason, path, actor, community, changes, createdAt, readAt } = notice;
  const isUnread = readAt === null;
  const open = () => {
    if (isUnread) void read.call({ ids: [id] }, { update: (cache) => markRead(cache, [notice], 'these') });
  };
  return (
    <li className={`rowline notice-row ${isUnread ? 'is-unread' : ''}`}>
      <span className="noticedot">{isUnread && <UnreadDot label={t('isNew')} />}</span>
      {actor ? (
        <PersonFace name={actor.name} pictureUrl={actor.pictureUrl} />
      ) : (
        <span className="who" aria-hidden>
          <IconBell size={18} />
        </span>
      )}
      <div className="grow stack g1">
        <p>
          <Link to={path} className="quiet" onClick={open} data-item data-unread={isUnread || undefined}>
            <Sentence notice={notice} />
          </Link>
        </p>
        {changes.length > 0 && (
          <ul className="plain small noticechanges">
            {changes.map((change, i) => (
              <li key={`${change.field} ${i}`}>
                <FromTo change={change} />
              </li>
            ))}
          </ul>
        )}
        <p className="tiny ink2 noticewhy">
          {t(`reason.${reason}`)}
          {community && (
            <>
              {' · '}
              <bdi>{community.name}</bdi>
            </>
          )}
          {' · '}
          <RelativeTime at={createdAt} />
          {' · '}
          <button type="button" className="textbutton" onClick={() => void stop.stop()}>
            {t('stop')}
            <span className="sr"> {t(`kindName.${kind}`)}</span>
          </button>
        </p>
        <WriteTrouble failure={read.failure ?? stop.failure} />
      </div>
    </li>
  );
}

/** What happened, in one sentence with names. */
function Sentence({ notice: { kind, actor, subject, count, community } }: { notice: NotificationPartsFragment }) {
  const { t } = useTranslation('notifications');
  const values = { name: actor?.name ?? t('someone'), subject, community: community?.name ?? '' };
  return <>{kind === 'REPLY' || kind === 'MENTION' ? t(`says.${kind}`, { ...values, count }) : t(`says.${kind}`, values)}</>;
}

/** One click stops a kind; undoing brings back the way it came before. */
function useStopKind(kind: NotificationPartsFragment['kind']) {
  const { t } = useTranslation(['notifications', 'shell']);
  const client = useApolloClient();
  const { call, failure } = useCall(SetChannelDocument);
  const stop = async () => {
    const known = await client.query({ query: ChannelsDocument }).catch(() => null);
    const before = known?.data?.notificationPreferences.find((one) => one.kind === kind)?.channel ?? 'INBOX_AND_MAIL';
    if (!(await call({ kind, channel: 'NONE' }))) return;
    showUndo({
      message: t('stopped', { kind: t(`kindName.${kind}`) }),
      undo: t('shell:undo'),
      onUndo: () => void call({ kind, channel: before }),
    });
  };
  return { stop, failure };
}

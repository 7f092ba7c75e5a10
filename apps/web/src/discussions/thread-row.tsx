import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { LevelBadge } from '../design/level.js';
import { RelativeTime, UnreadDot } from '../design/small.js';
import type { ThreadLineFragment } from '../gql/discussions/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { dayText } from '../i18n/instants.js';
import { KindBadge } from './kinds/kind-badge.js';
import './discussions.css';
import './kinds/kinds.css';

/** A discussion as a line: what is new in it, who spoke last and when. */
export function ThreadRow({ thread, isPublicHere }: { thread: ThreadLineFragment; isPublicHere?: boolean }) {
  const { t } = useTranslation('discussions');
  const { t: voices } = useTranslation('confidences');
  const { locale } = useLanguage();
  const isNew = thread.unreadCount > 0;
  return (
    <li className={`threadrow rowline ${isNew ? 'isnew' : ''}`} data-row>
      <span className="dot">{isNew && <UnreadDot />}</span>
      <div className="grow stack g1">
        <div className="flex between top" style={{ gap: '1rem' }}>
          <Link to="/t/$threadId" params={{ threadId: thread.id }}>
            <bdi>{thread.title}</bdi>
          </Link>
          {isNew && <span className="small newcount nowrap">{t('row.new', { count: thread.unreadCount })}</span>}
        </div>
        <p className="small ink2 flex wrap" style={{ gap: '.15rem .75rem' }}>
          <span>
            {thread.replyCount === 0 ? (
              !thread.author ? (
                voices('row.started', { day: dayText(thread.createdAt, locale) })
              ) : (
                <Trans
                  t={t}
                  i18nKey="row.started"
                  values={{ name: thread.author.name }}
                  components={{ time: <RelativeTime at={thread.createdAt} /> }}
                />
              )
            ) : !thread.lastPostBy ? (
              voices('row.last', { count: thread.replyCount, day: dayText(thread.lastPostAt, locale) })
            ) : (
              <Trans
                t={t}
                i18nKey="row.last"
                count={thread.replyCount}
                values={{ name: thread.lastPostBy.name }}
                components={{ time: <RelativeTime at={thread.lastPostAt} /> }}
              />
            )}
          </span>
          <KindBadge kind={thread.kind} isAnswered={thread.isAnswered} />
          {thread.isClosed && (
            <span className="flex" style={{ gap: '.25rem' }}>
              <IconLock size={14} aria-hidden /> {t('row.closed')}
            </span>
          )}
          {isPublicHere === false && thread.level === 'PUBLIC' && <LevelBadge level="public" />}
          {isPublicHere && thread.level === 'COMMUNITY' && <LevelBadge level="community" />}
          {thread.group && <LevelBadge level="group" room={thread.group.name} />}
          {thread.level === 'UNATTRIBUTED' && <LevelBadge level="unattributed" />}
        </p>
      </div>
    </li>
  );
}

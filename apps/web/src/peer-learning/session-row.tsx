import { IconArmchair, IconBan, IconCheck, IconClockHour4, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LevelBadge } from '../design/level.js';
import { DateTile } from '../design/small.js';
import type { SessionLineFragment } from '../gql/peer-learning/graphql.js';
import { useOwnZone } from '../shell/own-zone.js';
import { standingOf, useSpan, useStandingWords } from './session-words.js';

const icons = { mine: IconArmchair, waiting: IconClockHour4, free: IconUsers, full: IconUsers, past: IconCheck, cancelled: IconBan };

/** How a session stands, as a line with its shape. */
export function StandingLine({ session }: { session: SessionLineFragment }) {
  const words = useStandingWords();
  const standing = standingOf(session);
  const Icon = icons[standing];
  return (
    <span className={`standing standing-${standing}`}>
      <Icon size={16} aria-hidden />
      {words(session)}
    </span>
  );
}

/** A session in a list: when, what, why, and how it stands for me. */
export function SessionRow({ session, inCommunity }: { session: SessionLineFragment; inCommunity?: boolean }) {
  const { t } = useTranslation('peer-learning');
  const span = useSpan();
  const zone = useOwnZone();
  const { id, title, kind, startsAt, endsAt, place, need, community } = session;
  const standing = standingOf(session);
  return (
    <li className={`rowline sessionrow is-${standing}`}>
      <DateTile at={startsAt} timeZone={zone} />
      <div className="grow stack g1">
        <h3>
          <Link className="quiet" to="/s/$sessionId" params={{ sessionId: id }} data-item>
            <bdi className={standing === 'cancelled' ? 'struck' : undefined}>{title}</bdi>
          </Link>
        </h3>
        <p className="small ink2">
          {t(`kind.${kind}`)}
          {' · '}
          <time dateTime={startsAt}>{span(startsAt, endsAt)}</time>
          {' · '}
          {place ? <bdi>{place}</bdi> : t('online')}
          {inCommunity && (
            <>
              {' · '}
              <bdi>{community.name}</bdi>
            </>
          )}
        </p>
        {!inCommunity && (
          <p className="record needline" dir="auto">
            {t('quoted', { text: need.statement })}
          </p>
        )}
        <p className="small flex wrap">
          <StandingLine session={session} />
          <LevelBadge
            level={session.group ? 'group' : community.visibility === 'PUBLIC' ? 'public' : 'community'}
            room={session.group?.name}
          />
        </p>
      </div>
    </li>
  );
}

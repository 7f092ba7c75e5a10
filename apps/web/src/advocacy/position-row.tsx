import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LevelBadge } from '../design/level.js';
import { InstantText, RelativeTime } from '../design/small.js';
import { PersonFace } from '../design/who.js';
import type { CommunityPositionsQuery } from '../gql/advocacy/graphql.js';
import { listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { useOwnZone } from '../shell/own-zone.js';
import { PositionSteps } from './position-steps.js';

type Row = CommunityPositionsQuery['positions']['nodes'][number];

const mostNames = 3;

/** A position as a line of its community's list. */
export function PositionRow({ position }: { position: Row }) {
  const { t } = useTranslation('advocacy');
  const { locale } = useLanguage();
  const timeZone = useOwnZone();
  const writers = position.contributors.map(({ person }) => person);
  const names = listText(
    writers.slice(0, mostNames).map(({ name }) => name),
    locale,
  );
  return (
    <li className="rowline positionrow">
      <div className="stack g1">
        <h2 className="record" dir="auto">
          <Link
            className="quiet"
            data-row
            {...(position.state === 'ENDORSEMENT'
              ? ({ to: '/p/$positionId/endorsement', params: { positionId: position.id } } as const)
              : ({ to: '/p/$positionId', params: { positionId: position.id } } as const))}
          >
            {position.title}
          </Link>
        </h2>
        <p className="ink2">{t('addressedTo', { addressee: position.addressee })}</p>
        <p>
          <LevelBadge
            level={position.group ? 'group' : position.state === 'PUBLISHED' ? 'public' : 'community'}
            room={position.group?.name}
          />
        </p>
        <p className="small ink2 flex wrap">
          {writers.length > 0 ? (
            <>
              <span className="faces">
                {writers.slice(0, mostNames).map(({ id, name, pictureUrl }) => (
                  <PersonFace key={id} name={name} pictureUrl={pictureUrl} small />
                ))}
              </span>
              {writers.length > mostNames
                ? t('list.writtenByMore', { names, count: writers.length - mostNames })
                : t('list.writtenBy', { names })}
            </>
          ) : (
            t('list.nobodyYet')
          )}
        </p>
        <p className="tiny ink3">
          {t('list.changed')} <RelativeTime at={position.updatedAt} />
          {position.deadline && (
            <>
              {' · '}
              {t('list.deadline')} <InstantText at={position.deadline} style="day" timeZone={timeZone} />
            </>
          )}
        </p>
      </div>
      <PositionSteps position={position} />
    </li>
  );
}

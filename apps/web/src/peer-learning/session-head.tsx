import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Level } from '../design/level.js';
import { DateTile } from '../design/small.js';
import { Steps } from '../design/steps.js';
import type { SessionPartsFragment } from '../gql/peer-learning/graphql.js';
import { instantText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { useNow } from '../i18n/use-now.js';
import { useOwnZone } from '../shell/own-zone.js';

/** Date, title, how far it is open, kind and host, and how it stands. */
export function SessionHead({ session }: { session: SessionPartsFragment }) {
  const { t } = useTranslation('peer-learning');
  const zone = useOwnZone();
  const { title, kind, startsAt, host, scheduledBy, community, group, state } = session;
  const isCancelled = state === 'CANCELLED';
  return (
    <>
      <header className="sessionhead">
        <DateTile at={startsAt} timeZone={zone} />
        <div className="grow">
          <h1 dir="auto" className={isCancelled ? 'struck' : undefined}>
            {title}
          </h1>
          <div className="meta">
            <Level
              level={group ? 'group' : community.visibility === 'PUBLIC' ? 'public' : 'community'}
              community={community.name}
              room={group?.name}
            />
            <span className="small ink2">
              {host
                ? t('session.kindAndHost', { kind: t(`kind.${kind}`), host: host.name })
                : t('session.kindAndPerson', { kind: t(`kind.${kind}`), person: scheduledBy.name })}
            </span>
          </div>
        </div>
      </header>
      {isCancelled && (
        <div className="notice notice-mind" style={{ marginBlockEnd: '2.5rem' }}>
          <IconBan size={20} aria-hidden />
          <div className="stack g1">
            <b>{t('session.cancelled')}</b>
            {session.cancelReason && (
              <p className="record" dir="auto">
                {t('quoted', { text: session.cancelReason })}
              </p>
            )}
          </div>
        </div>
      )}
    </>
  );
}

/** From the need to the meeting: only what has a date. */
export function SessionSteps({ session }: { session: SessionPartsFragment }) {
  const { t } = useTranslation('peer-learning');
  const { locale } = useLanguage();
  const zone = useOwnZone();
  const now = useNow();
  const { startsAt, endsAt, need, isPast } = session;
  const day = (at: string) => instantText(new Date(at), 'day', locale, zone);
  const isRunning = !isPast && Date.parse(startsAt) <= now.getTime();
  return (
    <div>
      <Steps
        label={t('steps.label')}
        at={isPast ? 3 : isRunning ? 2 : 1}
        steps={[
          { label: t('steps.need'), note: day(need.createdAt) },
          { label: t('steps.scheduled') },
          { label: t('steps.inTheRoom'), note: day(startsAt) },
          { label: t('steps.over'), ...(isPast && { note: day(endsAt) }) },
        ]}
      />
    </div>
  );
}

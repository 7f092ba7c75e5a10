import { IconAlertTriangle, IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.js';
import { LevelBadge, type LevelName } from './level.js';

/** Whether many enough could have written it, for words without a name. */
export type FloorRule = { floor: number; possibleAuthors: number; isPossible: boolean };

/**
 * Stands above every send button: who will read it, in a full sentence with their number, and then who will not.
 * `children` holds the choice of level, where there is one; the sentences follow it. `foot` holds the button.
 */
export function WhoWillSee({
  level,
  community,
  people,
  room,
  isUnnamed = level === 'unattributed',
  rule,
  guests = [],
  children,
  foot,
}: {
  level: LevelName;
  community: string;
  /** How many people read in this place, where the level has a number. */
  people?: number | null;
  room?: string;
  /** Whether it goes out without a name. */
  isUnnamed?: boolean;
  /** How many could have written it: shown beside words without a name. */
  rule?: FloorRule | null;
  /** Guest observers who read along here, or are asked to. */
  guests?: { name: string; organisation: string }[];
  children?: ReactNode;
  foot?: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="whosees" aria-labelledby={id}>
      <div className="flex between wrap">
        <p className="label" id={id}>
          {t('whoWillSee.title')}
        </p>
        <span className="flex wrap" style={{ gap: '.35rem' }}>
          {isUnnamed && level !== 'unattributed' && <LevelBadge level="unattributed" />}
          <LevelBadge level={level} room={level === 'group' ? room : undefined} />
        </span>
      </div>
      {children}
      <div className="stack g2 small" aria-live="polite">
        {isUnnamed ? (
          <Unnamed level={level} place={room ?? community} people={people ?? null} rule={rule ?? null} />
        ) : (
          <p>
            {level === 'community' && people
              ? t('whoWillSee.community.counted', { community, count: people })
              : level === 'group' && people
                ? t('whoWillSee.group.counted', { room, count: people })
                : t(`whoWillSee.${level}.reads`, { community, room })}{' '}
            <span className="ink2">{t(`whoWillSee.${level}.not`, { community, room })}</span>
          </p>
        )}
        {guests.length > 0 && <GuestsWillSee guests={guests} isUnnamed={isUnnamed} />}
        {level === 'public' && (
          <p className="flex top publicwarning">
            <IconAlertTriangle size={17} aria-hidden />
            <span>{t('whoWillSee.public.warning')}</span>
          </p>
        )}
      </div>
      {foot}
    </section>
  );
}

/** Guests are named before one writes; what is said without a name they do not see. */
function GuestsWillSee({ guests, isUnnamed }: { guests: { name: string; organisation: string }[]; isUnnamed: boolean }) {
  const { t } = useTranslation();
  const { locale } = useLanguage();
  const names = new Intl.ListFormat(locale).format(guests.map(({ name, organisation }) => `${name} (${organisation})`));
  return (
    <p className="flex top">
      <IconEye size={17} aria-hidden style={{ flex: 'none' }} />
      <span>
        {t(guests.length === 1 ? 'whoWillSee.guests.one' : 'whoWillSee.guests.many', { names })}{' '}
        {isUnnamed && <span className="ink2">{t('whoWillSee.guests.unnamed')}</span>}
      </span>
    </p>
  );
}

/** The same for a voice without a name: who reads it, that nobody learns who it was, and whether many enough could have been it. */
function Unnamed({ level, place, people, rule }: { level: LevelName; place: string; people: number | null; rule: FloorRule | null }) {
  const { t } = useTranslation('confidences');
  const where = level === 'public' ? 'public' : level === 'group' ? 'group' : 'community';
  const counts = rule && { count: rule.possibleAuthors, floor: rule.floor };
  return (
    <>
      <p>
        {where === 'public' ? t('who.public') : t(`who.${where}`, { place, count: people ?? rule?.possibleAuthors ?? 0 })}{' '}
        <span className="ink2">{t('who.not')}</span>
      </p>
      {counts &&
        (rule.isPossible ? <p className="ink2">{t('floor.enough', counts)}</p> : <p className="toofew">{t('floor.tooFew', counts)}</p>)}
      {(!rule || rule.isPossible) && <p className="ink2">{t('choice.risks')}</p>}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import type { SessionLineFragment, SessionKind } from '../gql/peer-learning/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { useOwnZone } from '../shell/own-zone.js';

/** Every kind, in the order of the choice. */
export const sessionKinds: SessionKind[] = ['PEER_LEARNING', 'WORKSHOP', 'TRAINING', 'STUDY_VISIT', 'WEBINAR', 'CONFERENCE', 'ROUND_TABLE'];

/** How a session stands for the one who looks. */
export type Standing = 'cancelled' | 'past' | 'mine' | 'waiting' | 'free' | 'full';

type Standable = Pick<SessionLineFragment, 'state' | 'isPast' | 'seats' | 'takenSeats' | 'waitingCount'> & {
  viewerSeat: { state: 'TAKEN' | 'WAITING'; waitingPosition?: number | null } | null;
};

/** What counts first: that it is off, then that it is over, then my own seat. */
export const standingOf = ({ state, isPast, viewerSeat, takenSeats, seats }: Standable): Standing => {
  if (state === 'CANCELLED') return 'cancelled';
  if (isPast) return 'past';
  if (viewerSeat) return viewerSeat.state === 'TAKEN' ? 'mine' : 'waiting';
  return takenSeats < seats ? 'free' : 'full';
};

/** How a session stands, in words: what the colour says as well. */
export function useStandingWords(): (session: Standable) => string {
  const { t } = useTranslation('peer-learning');
  return (session) => {
    const { viewerSeat, seats, takenSeats, waitingCount } = session;
    const standing = standingOf(session);
    switch (standing) {
      case 'past':
        return viewerSeat?.state === 'TAKEN' ? t('standing.wereThere') : t('standing.past');
      case 'waiting':
        return t('standing.waiting', { place: viewerSeat?.waitingPosition ?? 0 });
      case 'free':
        return t('standing.free', { count: seats - takenSeats });
      case 'full':
        return waitingCount > 0 ? t('standing.fullWaiting', { count: waitingCount }) : t('standing.full');
      case 'cancelled':
        return t('standing.cancelled');
      case 'mine':
        return t('standing.mine');
    }
  };
}

/** The place of a zone by name: "Europe/Lisbon" is Lisbon. */
export const zoneCity = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** From when to when, in a zone, as the language writes it. */
export const spanText = (
  startsAt: string,
  endsAt: string,
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions = { weekday: 'long' },
): string =>
  new Intl.DateTimeFormat(locale, { ...options, hour: '2-digit', minute: '2-digit', timeZone }).formatRange(
    new Date(startsAt),
    new Date(endsAt),
  );

/** The same in the reader's own zone. */
export function useSpan(): (startsAt: string, endsAt: string, options?: Intl.DateTimeFormatOptions) => string {
  const { locale } = useLanguage();
  const zone = useOwnZone();
  return (startsAt, endsAt, options) => spanText(startsAt, endsAt, locale, zone, options);
}

import { IconMapPin, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SessionPartsFragment } from '../gql/peer-learning/graphql.js';
import { listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { useOwnZone } from '../shell/own-zone.js';
import { elsewhere } from './elsewhere.js';
import { spanText, zoneCity } from './session-words.js';

/** When, in my zone; then where it takes place, and elsewhere. */
export function SessionWhen({ session: { startsAt, endsAt, timeZone } }: { session: SessionPartsFragment }) {
  const { t } = useTranslation('peer-learning');
  const { locale } = useLanguage();
  const own = useOwnZone();
  const others = elsewhere(startsAt, own, [timeZone]);
  const isOver24 = Date.parse(endsAt) - Date.parse(startsAt) > 86_400_000;
  return (
    <div className="stack g1">
      <p className="whenline">
        <time dateTime={startsAt}>
          {spanText(startsAt, endsAt, locale, own, isOver24 ? { weekday: 'short', day: 'numeric', month: 'short' } : { weekday: 'long' })}
        </time>
      </p>
      <p className="small ink2">
        {t('session.yourTime', { city: zoneCity(own) })}{' '}
        {others.length > 0 &&
          t('session.elsewhere', {
            times: listText(
              others.map((zone) => isolated(`${isolated(zoneCity(zone))} ${clockText(startsAt, locale, zone, own)}`)),
              locale,
            ),
          })}
      </p>
    </div>
  );
}

/** Keeps a city in another script from dragging the time beside it along. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** The clock there; with the weekday where it is another day than here. */
export const clockText = (startsAt: string, locale: string, timeZone: string, own: string): string => {
  const dayIn = (zone: string) => new Intl.DateTimeFormat('en', { timeZone: zone, dateStyle: 'short' }).format(new Date(startsAt));
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(dayIn(timeZone) !== dayIn(own) && { weekday: 'short' }),
  }).format(new Date(startsAt));
};

/** The place, and the link for those with a seat. */
export function SessionWhere({ session: { place, link } }: { session: SessionPartsFragment }) {
  const { t } = useTranslation('peer-learning');
  return (
    <div className="stack g2">
      {place && (
        <p className="factline">
          <IconMapPin size={18} aria-hidden />
          <bdi>{place}</bdi>
        </p>
      )}
      {link ? (
        <p className="factline">
          <IconVideo size={18} aria-hidden />
          <a href={link} target="_blank" rel="noreferrer noopener">
            <bdi dir="ltr">{link.replace(/^https:\/\//, '')}</bdi>
          </a>
        </p>
      ) : (
        !place && (
          <p className="factline">
            <IconVideo size={18} aria-hidden />
            {t('session.linkForSeats')}
          </p>
        )
      )}
    </div>
  );
}

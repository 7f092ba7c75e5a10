import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import { useLanguage } from '../i18n/use-language.js';
import { useOwnZone } from '../shell/own-zone.js';
import { elsewhere } from './elsewhere.js';
import type { SessionDraft } from './session-form.js';
import { spanText, zoneCity } from './session-words.js';

/** From when to when, as instants; null while the fields say nothing a clock could show. An hour that comes twice means the first. */
const instantsOf = ({ date, time, timeZone, minutes }: SessionDraft): { startsAt: string; endsAt: string } | null => {
  if (!date || !time || !minutes || minutes < 1) return null;
  try {
    const start = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant();
    return { startsAt: start.toString(), endsAt: start.add({ minutes }).toString() };
  } catch {
    return null;
  }
};

/** What the time just chosen means for the others: there, for me, and in two more zones. */
export function ElsewhereTimes({ draft }: { draft: SessionDraft }) {
  const { t } = useTranslation('peer-learning');
  const { locale } = useLanguage();
  const own = useOwnZone();
  const { timeZone } = draft;
  const instants = useMemo(() => instantsOf(draft), [draft]);
  if (!instants) return null;
  const { startsAt, endsAt } = instants;
  const lines: [string, string][] = [
    [t('form.inSessionZone', { city: zoneCity(timeZone) }), timeZone],
    ...(own === timeZone ? [] : [[t('form.inYourZone', { city: zoneCity(own) }), own] as [string, string]]),
    ...elsewhere(startsAt, timeZone, [], 3)
      .filter((zone) => zone !== own)
      .slice(0, 2)
      .map((zone): [string, string] => [zoneCity(zone), zone]),
  ];
  return (
    <dl className="band zonelist" aria-live="polite">
      {lines.map(([label, zone]) => (
        <div key={zone} style={{ display: 'contents' }}>
          <dt>
            <bdi>{label}</bdi>
          </dt>
          <dd>{spanText(startsAt, endsAt, locale, zone, { weekday: 'short', day: 'numeric', month: 'short' })}</dd>
        </div>
      ))}
    </dl>
  );
}

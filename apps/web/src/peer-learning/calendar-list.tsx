import { useTranslation } from 'react-i18next';
import { Empty } from '../design/states.js';
import type { SessionLineFragment } from '../gql/peer-learning/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { addDays, dayOf, daysBetween, dayText, weekOf, weekStart, type Day } from './days.js';
import { SessionRow } from './session-row.js';

type Week = { start: Day; sessions: SessionLineFragment[] };

/** The sessions of a month, week by week; in the present month what is over stands last. */
export function CalendarList({
  sessions,
  month,
  today,
  zone,
}: {
  sessions: SessionLineFragment[];
  month: string;
  today: Day;
  zone: string;
}) {
  const { t } = useTranslation('peer-learning');
  const { locale } = useLanguage();
  const { firstDay } = weekOf(locale);
  const isNow = today.startsWith(month);
  const thisWeek = weekStart(today, firstDay);
  const inView = sessions.filter(({ startsAt, endsAt }) => {
    const days = daysBetween(startsAt, endsAt, zone);
    return days.some((day) => day.startsWith(month)) || (isNow && days.at(-1)! > today);
  });
  const coming = isNow ? inView.filter(({ isPast }) => !isPast) : inView;
  const over = isNow ? inView.filter(({ isPast }) => isPast) : [];

  const weeks: Week[] = [];
  for (const session of coming) {
    const start = weekStart(dayOf(new Date(session.startsAt), zone), firstDay);
    const last = weeks.at(-1);
    if (last?.start === start) last.sessions.push(session);
    else weeks.push({ start, sessions: [session] });
  }
  const nameOf = (start: Day) =>
    start === thisWeek
      ? t('calendar.thisWeek')
      : start === addDays(thisWeek, 7)
        ? t('calendar.nextWeek')
        : t('calendar.weekOf', { day: dayText(start, { day: 'numeric', month: 'long' }, locale) });

  if (inView.length === 0) return <Empty title={t('calendar.nothingThisMonth')}>{t('calendar.nothingWhy')}</Empty>;
  return (
    <div className="callist">
      {weeks.map(({ start, sessions: those }) => (
        <section key={start}>
          <h2 className="label">{nameOf(start)}</h2>
          <ul className="plain">
            {those.map((session) => (
              <SessionRow key={session.id} session={session} inCommunity />
            ))}
          </ul>
        </section>
      ))}
      {over.length > 0 && (
        <section>
          <h2 className="label">{t('calendar.earlierThisMonth')}</h2>
          <ul className="plain">
            {over.toReversed().map((session) => (
              <SessionRow key={session.id} session={session} inCommunity />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

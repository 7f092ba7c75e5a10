import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionLineFragment } from '../gql/peer-learning/graphql.js';
import { instantText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { addDays, addMonths, daysBetween, dayText, weekdayOf, weekOf, type Day } from './days.js';
import { SessionRow } from './session-row.js';
import { standingOf, useStandingWords, type Standing } from './session-words.js';

type MonthProps = {
  label: string;
  sessions: SessionLineFragment[];
  weeks: Day[][];
  month: string;
  today: Day;
  zone: string;
  isNarrow: boolean;
  onMonth: (month: string) => void;
};

/** The month as a grid: one day has the keyboard, arrows walk, Enter goes to its first session. On a phone a day opens below. */
export function CalendarMonth({ label, sessions, weeks, month, today, zone, isNarrow, onMonth }: MonthProps) {
  const { t } = useTranslation('peer-learning');
  const { locale, dir } = useLanguage();
  const { weekend } = weekOf(locale);
  const firstShown = today.startsWith(month) ? today : (`${month}-01` as Day);
  const [moved, setMoved] = useState<Day | null>(null);
  const at = moved?.startsWith(month) ? moved : firstShown;
  const grid = useRef<HTMLDivElement>(null);
  const goingTo = useRef<Day | null>(null);
  const byDay = useMemo(() => {
    const days = new Map<Day, SessionLineFragment[]>();
    for (const session of sessions)
      for (const day of daysBetween(session.startsAt, session.endsAt, zone)) days.set(day, [...(days.get(day) ?? []), session]);
    return days;
  }, [sessions, zone]);

  useEffect(() => {
    // A day of another month is there only once that month is shown.
    if (goingTo.current !== at) return;
    goingTo.current = null;
    grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at, month]);

  const walk = (day: Day) => {
    goingTo.current = day;
    setMoved(day);
    if (!day.startsWith(month)) onMonth(day.slice(0, 7));
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const cell = event.target as HTMLElement;
    const day = cell.dataset['day'];
    if (!day) return;
    const forward = dir === 'rtl' ? -1 : 1;
    const sameDayOf = (other: string) => `${other}-${day.slice(8) > '28' ? '28' : day.slice(8)}`;
    const moves: Record<string, () => void> = {
      ArrowLeft: () => walk(addDays(day, -forward)),
      ArrowRight: () => walk(addDays(day, forward)),
      ArrowUp: () => walk(addDays(day, -7)),
      ArrowDown: () => walk(addDays(day, 7)),
      Home: () => walk(weeks.find((week) => week.includes(day))![0]!),
      End: () => walk(weeks.find((week) => week.includes(day))!.at(-1)!),
      PageUp: () => walk(sameDayOf(addMonths(month, -1))),
      PageDown: () => walk(sameDayOf(addMonths(month, 1))),
      Enter: () => (isNarrow ? setMoved(day) : cell.querySelector('a')?.focus()),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const columns = weeks[0]!.map((day) => (weekend.includes(weekdayOf(day)) && !isNarrow ? 'minmax(0, .55fr)' : 'minmax(0, 1fr)')).join(' ');
  const named = (day: Day) => dayText(day, { weekday: 'long', day: 'numeric', month: 'long' }, locale);

  return (
    <>
      <div
        className={`month ${isNarrow ? 'small-month' : ''}`}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        ref={grid}
        style={{ '--columns': columns } as React.CSSProperties}
      >
        <div className="mrow mhead" role="row">
          {weeks[0]!.map((day) => (
            <div key={day} role="columnheader" aria-label={dayText(day, { weekday: 'long' }, locale)}>
              {dayText(day, { weekday: isNarrow ? 'narrow' : 'short' }, locale)}
            </div>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week[0]} className="mrow" role="row">
            {week.map((day) => {
              const on = byDay.get(day) ?? [];
              const isOther = !day.startsWith(month);
              return (
                <div
                  key={day}
                  role="gridcell"
                  data-day={day}
                  tabIndex={day === at ? 0 : -1}
                  aria-current={day === today ? 'date' : undefined}
                  aria-selected={isNarrow ? day === at : undefined}
                  className={`mday ${weekend.includes(weekdayOf(day)) ? 'we' : ''} ${isOther ? 'next' : ''} ${day === today ? 'today' : ''}`}
                  onClick={() => setMoved(day)}
                  onKeyDown={press}
                >
                  <VisuallyHidden>
                    {on.length === 0 || !isNarrow ? named(day) : t('calendar.dayWith', { day: named(day), count: on.length })}
                  </VisuallyHidden>
                  <span className="mnum num" aria-hidden>
                    {dayText(
                      day,
                      isOther && !isNarrow && day.endsWith('-01') ? { day: 'numeric', month: 'short' } : { day: 'numeric' },
                      locale,
                    )}
                    {day === today && !isNarrow && <span className="todaylabel"> {t('calendar.isToday')}</span>}
                  </span>
                  {isNarrow ? (
                    <span className="daymarks" aria-hidden>
                      {on.slice(0, 3).map((session) => (
                        <i key={session.id} className={looks[standingOf(session)]} />
                      ))}
                    </span>
                  ) : (
                    on.map((session) => <MonthSession key={session.id} session={session} zone={zone} />)
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {isNarrow ? (
        <section aria-live="polite" style={{ marginBlockStart: '1.5rem' }}>
          <h2 className="label">{named(at)}</h2>
          {(byDay.get(at) ?? []).length === 0 ? (
            <p className="ink2">{t('calendar.nothingThatDay')}</p>
          ) : (
            <ul className="plain">
              {(byDay.get(at) ?? []).map((session) => (
                <SessionRow key={session.id} session={session} inCommunity />
              ))}
            </ul>
          )}
        </section>
      ) : (
        sessions.length === 0 && <p className="ink2 monthempty">{t('calendar.nothingThisMonth')}</p>
      )}
      <Legend />
    </>
  );
}

/** How each standing looks: own seat bar and tint, free outline, full grey, past a thin line. */
const looks: Record<Standing, string> = {
  mine: 'ev-me',
  waiting: 'ev-full',
  free: 'ev-open',
  full: 'ev-full',
  past: 'past',
  cancelled: 'ev-off',
};

function MonthSession({ session, zone }: { session: SessionLineFragment; zone: string }) {
  const { locale } = useLanguage();
  const words = useStandingWords();
  const { id, title, startsAt, isPast, state } = session;
  const look = `ev ${looks[standingOf(session)]} ${isPast ? 'past' : ''}`;
  return (
    <Link to="/s/$sessionId" params={{ sessionId: id }} className={look} data-item>
      <time dateTime={startsAt} className="num">
        {instantText(new Date(startsAt), 'time', locale, zone)}
      </time>{' '}
      <bdi className={state === 'CANCELLED' ? 'struck' : undefined}>{title}</bdi>
      <span className="evk">{words(session)}</span>
    </Link>
  );
}

function Legend() {
  const { t } = useTranslation('peer-learning');
  return (
    <ul className="plain flex wrap small ink2 monthkey">
      {(
        [
          ['ev-me', t('calendar.keyMine')],
          ['ev-open', t('calendar.keyFree')],
          ['ev-full', t('calendar.keyFull')],
          ['past', t('calendar.keyPast')],
        ] as const
      ).map(([look, words]) => (
        <li key={look} className="flex">
          <span className={`evkey ${look}`} aria-hidden />
          {words}
        </li>
      ))}
    </ul>
  );
}

import { OffRecord, Seats, SessionChanges, SessionKind, Sessions } from '#domain/peer-learning';
import { type DemoSession, sessions } from './agenda.js';
import type { Stage } from './load-demo.js';

const DAY = 86_400_000;

/** The wall clock of a day counted from today, in the session's own zone. */
function localStart(stage: Stage, day: number, at: string, timeZone: string): string {
  const wanted = Temporal.Instant.fromEpochMilliseconds(stage.now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().add({ days: day });
  // Nobody meets on a weekend.
  const date = wanted.add({ days: wanted.dayOfWeek > 5 ? 8 - wanted.dayOfWeek : 0 });
  return `${date.toString()}T${at}`;
}

/** Each is scheduled three weeks ahead, and people sign up one after the other. */
export async function loadSessions(stage: Stage): Promise<void> {
  for (const session of sessions) await loadSession(stage, session);
}

async function loadSession(stage: Stage, session: DemoSession): Promise<void> {
  const { app, clock, now } = stage;
  const begin = now.getTime() + Math.min(session.day - 21, -3) * DAY;
  clock.show(new Date(begin));
  const organiser = await stage.actor(session.by);
  const { id: sessionId } = await app.get(Sessions).schedule(organiser, {
    communityId: stage.communityId(session.community),
    title: session.title,
    kind: SessionKind[session.kind],
    description: session.description,
    needStatement: session.need,
    hostId: session.host ? stage.organisationId(session.host) : null,
    localStart: localStart(stage, session.day, session.at, session.timeZone),
    timeZone: session.timeZone,
    durationMinutes: session.minutes,
    place: session.place,
    link: session.link,
    seats: session.seats,
  });
  for (const [at, taker] of session.takes.entries()) {
    clock.show(new Date(begin + (at + 1) * 5 * 3_600_000));
    await app.get(Seats).take(await stage.actor(taker), { sessionId });
  }
  clock.show(new Date(Math.min(begin + 2.5 * DAY, now.getTime())));
  if (session.movedTo) {
    const moved = localStart(stage, session.movedTo.day, session.movedTo.at, session.timeZone);
    await app.get(SessionChanges).change(organiser, { sessionId, localStart: moved });
  }
  if (session.isOffRecord) await app.get(OffRecord).open(organiser, { sessionId });
  if (session.cancelled) await app.get(SessionChanges).cancel(organiser, { sessionId, reason: session.cancelled });
}

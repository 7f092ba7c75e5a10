import './peer-learning.events.js';

export { type CalendarMail, Calendars } from './calendars.service.js';
export { REMINDER_MAIL } from './reminders.service.js';
export { OffRecord } from './off-record/off-record.service.js';
export { PeerLearningModule } from './peer-learning.module.js';
export { Seat } from './seat.entity.js';
export { Seats } from './seats.service.js';
export { SessionChange } from './session-change.entity.js';
export { SessionChanges } from './session-changes.service.js';
export { Session, SessionKind } from './session.entity.js';
export { sessionPolicy, type SessionSubject } from './session.policy.js';
export { sessionMoves, SeatState, SessionState } from './session.states.js';
export { Sessions } from './sessions.service.js';
export { SessionSeries } from './session-series.js';

export { Events, type Listener, type ManyListener } from './events.js';
export { EventsModule } from './events.module.js';
export { Hearing } from './hearing.js';

/** What happened, by name; each module adds its own: `declare module '#platform/events' { interface EventPayloads { … } }`. Payloads carry ids, never text. */
export interface EventPayloads {}

/** One thing that happened, as listeners hear it. */
export interface DomainEvent<Name extends keyof EventPayloads = keyof EventPayloads> {
  id: string;
  name: Name;
  payload: EventPayloads[Name];
  occurredAt: Date;
}

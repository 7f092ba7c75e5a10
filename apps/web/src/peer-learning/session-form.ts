import { useEffect, useState } from 'react';
import type { SessionKind, SessionPartsFragment } from '../gql/peer-learning/graphql.js';
import type { ChosenOrganisation } from '../people/organisation-field.js';

/** What one writes down when scheduling or changing a session. */
export type SessionDraft = {
  title: string;
  kind: SessionKind | null;
  needId: string | null;
  needStatement: string;
  host: ChosenOrganisation | null;
  date: string;
  time: string;
  timeZone: string;
  minutes: number | '';
  place: string;
  link: string;
  seats: number | '';
  description: string;
};

/** The fields as the server names them: a trouble with one of these stands at its field. */
export const sessionFields = [
  'title',
  'kind',
  'needId',
  'needStatement',
  'hostId',
  'localStart',
  'timeZone',
  'durationMinutes',
  'place',
  'link',
  'seats',
  'description',
];

/** An empty form. */
export const emptyDraft = (timeZone: string, needId: string | null): SessionDraft => ({
  title: '',
  kind: null,
  needId,
  needStatement: '',
  host: null,
  date: '',
  time: '10:00',
  timeZone,
  minutes: 90,
  place: '',
  link: '',
  seats: 20,
  description: '',
});

/** The form of a session that exists. */
export const draftOf = (session: SessionPartsFragment): SessionDraft => {
  const [date = '', time = ''] = session.localStart.split('T');
  return {
    title: session.title,
    kind: session.kind,
    needId: session.need.id,
    needStatement: '',
    host: session.host && { id: session.host.id, name: session.host.name },
    date,
    time: time.slice(0, 5),
    timeZone: session.timeZone,
    minutes: session.durationMinutes,
    place: session.place ?? '',
    link: session.link ?? '',
    seats: session.seats,
    description: session.description ?? '',
  };
};

/** A draft that survives a reload: it stays in this browser until it is sent. */
export function useKeptDraft(key: string, empty: SessionDraft) {
  const [draft, setDraft] = useState<SessionDraft>(() => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<SessionDraft> | null;
      return kept ? { ...empty, ...kept, ...(empty.needId && { needId: empty.needId }) } : empty;
    } catch {
      return empty;
    }
  });
  useEffect(() => {
    try {
      localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Without storage the draft lasts as long as the page.
    }
  }, [key, draft]);
  const forgetDraft = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  };
  return { draft, setDraft, forgetDraft };
}

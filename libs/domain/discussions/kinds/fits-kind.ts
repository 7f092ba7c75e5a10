import { ConfidentialityLevel, leads, type Place } from '#domain/communities';
import type { Actor } from '#platform/auth';
import type { PostText } from '../post-text.js';
import { AnnouncementsAreNamed, NoteTooLong, OnlyFacilitatorsAnnounce } from './kinds.errors.js';
import { ThreadKind } from './thread-kind.js';

/** What somebody can read while the kettle boils. */
const LONGEST_NOTE = 1500;

/** The kinds of conversations that one may begin in a place. */
export const kindsFor = (actor: Actor, place: Place): ThreadKind[] =>
  Object.values(ThreadKind).filter((kind) => kind !== ThreadKind.ANNOUNCEMENT || leads(actor, place));

/** Refuses a beginning that does not fit what the conversation is for. */
export function beginsAs(actor: Actor, place: Place, kind: ThreadKind, level: ConfidentialityLevel): void {
  if (kind !== ThreadKind.ANNOUNCEMENT) return;
  if (level === ConfidentialityLevel.UNATTRIBUTED) throw new AnnouncementsAreNamed();
  if (!leads(actor, place)) throw new OnlyFacilitatorsAnnounce();
}

/** Refuses an opening post that does not fit what the conversation is for. */
export function opensAs(kind: ThreadKind, { text }: Pick<PostText, 'text'>): void {
  if (kind === ThreadKind.EXPERIENCE && text.length > LONGEST_NOTE) throw new NoteTooLong('body', text.length, LONGEST_NOTE);
}

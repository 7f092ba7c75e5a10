import { Unauthenticated } from '#platform/errors';

/** What one is in a group of a community. */
export interface GroupPart {
  isKeeper: boolean;
  /** An archived group is only read. */
  isArchived: boolean;
}

/** What is known of the one who acts, loaded once per request. */
export interface ActorFacts {
  personId: string;
  /** The sign-in session, or null when an API token acts. */
  sessionId: string | null;
  /** When they signed in with it; null or left out where no session acts. */
  signedInAt?: Date | null;
  name: string;
  language: string;
  timeZone: string;
  isAdministrator: boolean;
  /** Role by community id, only where the person is a member. */
  roles: ReadonlyMap<string, string>;
  /** Part by group id, only where the person is in the group; none where left out. */
  groups?: ReadonlyMap<string, GroupPart>;
  /** Those of the communities in `roles` that are archived: read as before, and nothing is written in them. */
  archivedIn?: ReadonlySet<string>;
  /** Organisations the person may act for: their page, their people, their seats. */
  organisationIds: ReadonlySet<string>;
  /** Held seats with a mandate, each as `communityId organisationId`: what the person may say for an organisation, and where. */
  mandates?: ReadonlySet<string>;
  /** What one sees as a guest observer and nothing around it, each as `KIND id`; none where left out. */
  guestOf?: ReadonlySet<string>;
}

/** Who is acting: a signed-in person, or a stranger. */
export class Actor {
  static readonly stranger = new Actor(null);

  constructor(private readonly facts: ActorFacts | null) {}

  get isSignedIn(): boolean {
    return this.facts !== null;
  }

  /** Throws Unauthenticated for a stranger, so that a write can never be without an author. */
  get personId(): string {
    return this.signedIn.personId;
  }

  /** The person's id, or null for a stranger: for reads that strangers may do. */
  get personIdOrNull(): string | null {
    return this.facts?.personId ?? null;
  }

  get sessionId(): string | null {
    return this.facts?.sessionId ?? null;
  }

  /** When the session they come with was opened; null where none acts. */
  get signedInAt(): Date | null {
    return this.facts?.signedInAt ?? null;
  }

  get signedIn(): ActorFacts {
    if (!this.facts) throw new Unauthenticated();
    return this.facts;
  }

  get isAdministrator(): boolean {
    return this.facts?.isAdministrator ?? false;
  }

  get language(): string {
    return this.facts?.language ?? 'en';
  }

  /** What they may act as; null also in an archived community, where nobody acts. */
  roleIn(communityId: string): string | null {
    return this.facts?.archivedIn?.has(communityId) ? null : this.standingIn(communityId);
  }

  /** What they are, also in an archived community: only for what is allowed there. */
  standingIn(communityId: string): string | null {
    return this.facts?.roles.get(communityId) ?? null;
  }

  /** A member where there is something to take part in: asked before everything that a member writes. */
  takesPartIn(communityId: string): boolean {
    return this.roleIn(communityId) !== null;
  }

  /** Reads what members read; whether they may write is `takesPartIn`. */
  isMemberOf(communityId: string): boolean {
    return this.facts?.roles.has(communityId) ?? false;
  }

  /** Whether one is in a group: whoever is not reads nothing of it. */
  isInGroup(groupId: string): boolean {
    return this.facts?.groups?.has(groupId) ?? false;
  }

  /** What one is in a group, or null. */
  partInGroup(groupId: string): GroupPart | null {
    return this.facts?.groups?.get(groupId) ?? null;
  }

  /** Ids of all groups the person is in. */
  get groupIds(): string[] {
    return [...(this.facts?.groups?.keys() ?? [])];
  }

  /** May act for the organisation: edit its page, confirm its people, fill its seats. */
  speaksFor(organisationId: string): boolean {
    return this.facts?.organisationIds.has(organisationId) ?? false;
  }

  /** Holds a seat with a mandate: may answer for the organisation in this community. */
  answersFor(communityId: string, organisationId: string): boolean {
    return this.facts?.mandates?.has(`${communityId} ${organisationId}`) ?? false;
  }

  /** Reads along in this one thing as a guest, and takes part nowhere by that. */
  isGuestOf(kind: 'THREAD' | 'SESSION', id: string): boolean {
    return this.facts?.guestOf?.has(`${kind} ${id}`) ?? false;
  }

  /** Ids of all communities the person is a member of. */
  get communityIds(): string[] {
    return this.facts ? [...this.facts.roles.keys()] : [];
  }

  is(personId: string | null): boolean {
    return personId !== null && this.facts?.personId === personId;
  }
}

/** Loads an actor. The domain implements it, because it knows memberships; app.module joins the two. */
export abstract class ActorSource {
  /** By SHA-256 of the session token; null when unknown, expired or revoked. */
  abstract bySession(tokenHash: Buffer): Promise<ActorFacts | null>;
  /** By SHA-256 of an API token. */
  abstract byApiToken(tokenHash: Buffer): Promise<ActorFacts | null>;
  /** As they stand now: for sockets and jobs that act for someone. */
  abstract byPerson(personId: string): Promise<ActorFacts | null>;
}

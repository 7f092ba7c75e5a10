import { Injectable } from '@nestjs/common';
import type { Actor, Batch, Loaders } from '#platform/auth';
import { Database } from '#platform/database';
import type { Organisation } from './organisation.entity.js';
import { People } from './people.service.js';
import { Person } from './person.entity.js';
import { audienceOf, plainTie, seesPart, type Tie } from './person.policy.js';
import { Audience, Onlooker, ProfilePart, type ProfileView, type ShownPart, type ShowPartInput } from './profile-part.js';

/** What the first of two people is to the second: keys are `viewer owner`. */
export type Ties = Batch<string, 'FELLOW' | 'COORDINATOR'>;

/** What others see of people, part by part. */
@Injectable()
export class Profiles {
  private ties: Ties = (keys) => Promise.resolve(keys.map(() => null));

  constructor(
    private readonly database: Database,
    private readonly people: People,
  ) {}

  /** Communities say here who shares one with whom. In onModuleInit. */
  know(ties: Ties): void {
    this.ties = ties;
  }

  /** Whether the actor sees a part of this person. Shared communities are looked for only where the owner made them count. */
  async sees(actor: Actor, person: Person, part: ProfilePart, loaders: Loaders): Promise<boolean> {
    const plain = plainTie(actor, person.id);
    const audience = audienceOf(person, part);
    if (plain !== 'SIGNED_IN' || (audience !== Audience.FELLOWS && audience !== Audience.COORDINATORS))
      return seesPart(plain, person, part);
    const tie: Tie = (await loaders.load(this.ties, `${actor.personId} ${person.id}`)) ?? plain;
    return seesPart(tie, person, part);
  }

  /** What is open to whom. */
  shown(person: Person): ShownPart[] {
    return Object.values(ProfilePart).map((part) => ({ part, audience: audienceOf(person, part) }));
  }

  /** The profile from each onlooker's eyes, by the rule that decides in earnest. */
  async views(actor: Actor): Promise<ProfileView[]> {
    const person = await this.own(actor);
    const [organisation] = await this.people.ownOrganisations([person.id]);
    return Object.values(Onlooker).map((onlooker) => viewOf(person, organisation ?? null, onlooker));
  }

  /**
   * A line under the name that is not for everyone is kept in a column of its own, so that no list that shows names can show it by mistake:
   * it is then on the profile alone.
   */
  async show(actor: Actor, { part, audience, mutationKey }: ShowPartInput): Promise<Person> {
    return this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        const person = await tx.findOneOrFail(Person, { where: { id: actor.personId }, lock: { mode: 'for_no_key_update' } });
        const headline = person.ownHeadline;
        person.shown = { ...person.shown, [part]: audience };
        person.writeHeadline(headline);
        return tx.save(person);
      },
      () => this.own(actor),
    );
  }

  private own(actor: Actor): Promise<Person> {
    return this.database.dataSource.manager.findOneByOrFail(Person, { id: actor.personId });
  }
}

function viewOf(person: Person, organisation: Organisation | null, onlooker: Onlooker): ProfileView {
  const seen = <T>(part: ProfilePart, value: T): T | null => (seesPart(onlooker, person, part) ? value : null);
  return {
    onlooker,
    headline: seen(ProfilePart.HEADLINE, person.ownHeadline),
    organisation: seen(ProfilePart.ORGANISATION, organisation),
    about: seen(ProfilePart.ABOUT, person.about),
    languages: seen(ProfilePart.LANGUAGES, person.languages),
    timeZone: seen(ProfilePart.TIME_ZONE, person.timeZone),
  };
}

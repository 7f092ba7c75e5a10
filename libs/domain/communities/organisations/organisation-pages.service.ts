import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Organisation, Organisations, OrganisationSeat } from '#domain/people';
import { Term } from '#domain/vocabulary';
import { Audit } from '#platform/audit';
import { type Actor, authorize, type Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { uuid } from '#platform/graphql';
import { Rooms } from '#platform/realtime';
import { asPerson } from '../people.queries.js';
import { type GovernedOrganisation, networkOf, type OrganisationActionName, organisationPolicy } from './organisation.policy.js';
import { OrganisationLeaving } from './organisation-leaving.js';
import { OrganisationPerson } from './organisation-pages.answers.js';
import type {
  ConfirmOrganisationPersonInput,
  DoubtOrganisationInput,
  EditOrganisationInput,
  RemoveOrganisationPersonInput,
  VerifyOrganisationInput,
} from './organisation-pages.inputs.js';
import { NETWORKS_OF, PEOPLE_OF } from './organisation-pages.queries.js';

/** The page of an organisation: what it says about itself, who vouches for it, who belongs to it. */
@Injectable()
export class OrganisationPages {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly leaving: OrganisationLeaving,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  /** Ids of the networks each organisation takes part in. */
  readonly networksOf: Batch<string, string[]> = async (ids) => {
    const rows = await this.database.read<{ organisationId: string; communityId: string }>(NETWORKS_OF, [ids]);
    return ids.map((id) => rows.filter((row) => row.organisationId === id).map((row) => row.communityId));
  };

  /** What is left out stays. A new name or country has to be verified anew. */
  async edit(actor: Actor, input: EditOrganisationInput): Promise<Organisation> {
    return this.write(actor, input, 'edit', async (tx, organisation) => {
      const { profile } = organisation;
      const isAnother =
        (input.name && input.name !== organisation.name) || (input.country !== undefined && input.country !== organisation.country);
      if (isAnother) Object.assign(organisation, { verifiedAt: null, verifiedById: null, verifiedInId: null });
      if (input.name) organisation.name = input.name;
      if (input.type) organisation.type = input.type;
      for (const name of ['country', 'city', 'about', 'website'] as const)
        if (input[name] !== undefined) organisation[name] = input[name] || null;
      if (input.level !== undefined) profile.level = input.level;
      if (input.size !== undefined) profile.size = input.size;
      if (input.citiesServed) profile.citiesServed = [...new Set(input.citiesServed)];
      if (input.languages) profile.languages = [...new Set(input.languages)];
      if (input.themes) profile.themeIds = await this.known(tx, 'themes', 'intervention-areas', input.themes);
      if (input.targetGroups) profile.targetGroupIds = await this.known(tx, 'targetGroups', 'target-groups', input.targetGroups);
      profile.isNewToField = input.isNewToField ?? profile.isNewToField;
      profile.isMigrantLed = input.isMigrantLed ?? profile.isMigrantLed;
      if (input.context) {
        const said = Object.entries(Object.assign({}, profile.context, input.context) as object) as [string, string | null][];
        profile.context = Object.fromEntries(said.filter(([, words]) => words));
      }
    });
  }

  async verify(actor: Actor, input: VerifyOrganisationInput): Promise<Organisation> {
    return this.write(actor, input, 'verify', async (tx, organisation, governed) => {
      const networkId = actor.isAdministrator ? null : networkOf(actor, governed);
      organisation.verify(actor.personId, networkId, this.clock.now());
      await this.note(tx, actor, 'communities.organisation-verified', organisation.id, networkId);
    });
  }

  async doubt(actor: Actor, input: DoubtOrganisationInput): Promise<Organisation> {
    return this.write(actor, input, 'doubt', async (tx, organisation, governed) => {
      organisation.withdrawVerification(actor.personId, input.reason, this.clock.now());
      const networkId = actor.isAdministrator ? null : networkOf(actor, governed);
      await this.note(tx, actor, 'communities.organisation-doubted', organisation.id, networkId);
    });
  }

  /** The organisation says that someone belongs to it, and whether they may act for it. Who never chose it cannot be confirmed. */
  async confirm(actor: Actor, input: ConfirmOrganisationPersonInput): Promise<Organisation> {
    return this.write(actor, input, 'managePeople', async (tx, organisation) => {
      const place = await tx.findOneBy(OrganisationSeat, { organisationId: organisation.id, personId: input.personId });
      if (!place) throw Invalid.field('personId', 'NOT_OF_ORGANISATION', 'They have not chosen this organisation in their profile yet.');
      if (place.isConfirmed && place.hasMandate === input.hasMandate) return;
      const { personId, id } = place;
      await tx.update(OrganisationSeat, { id }, { isConfirmed: true, hasMandate: input.hasMandate });
      await this.events.publish(tx, 'communities.organisation-person-confirmed', {
        organisationId: organisation.id,
        personId,
        byId: actor.personId,
        hasMandate: input.hasMandate,
      });
      await this.audit.note(tx, actor, 'communities.organisation-person-confirmed', {
        subject: { kind: 'person', id: personId },
        details: { organisationId: organisation.id, hasMandate: input.hasMandate },
      });
      this.database.afterCommit(tx, () => this.rooms.recheck(personId));
    });
  }

  /** Says that someone does not belong to it: their mandate ends, and its seats that they hold stay vacant. */
  async remove(actor: Actor, input: RemoveOrganisationPersonInput): Promise<Organisation> {
    return this.write(actor, input, 'managePeople', async (tx, { id: organisationId }) => {
      const { personId } = input;
      const { affected } = await tx.delete(OrganisationSeat, { organisationId, personId });
      if (!affected) throw Invalid.field('personId', 'NOT_OF_ORGANISATION', 'They do not stand among the people of this organisation.');
      await this.audit.note(tx, actor, 'communities.organisation-person-removed', {
        subject: { kind: 'person', id: personId },
        details: { organisationId },
      });
      await this.events.publish(tx, 'communities.organisation-person-removed', { organisationId, personId, byId: actor.personId });
      this.database.afterCommit(tx, () => this.rooms.recheck(personId));
      await this.leaving.leave(tx, actor, organisationId, personId);
    });
  }

  /** In the trail of the network that vouches, else in that of the platform. */
  private note(
    tx: Tx,
    actor: Actor,
    act: 'communities.organisation-verified' | 'communities.organisation-doubted',
    id: string,
    communityId: string | null,
  ): Promise<void> {
    return this.audit.note(tx, actor, act, { ...(communityId && { communityId }), subject: { kind: 'organisation', id }, details: {} });
  }

  /** Those who may act for it are shown to who is signed in, confirmed colleagues to each other, claims to those who look after it. */
  async people(actor: Actor, organisation: GovernedOrganisation): Promise<OrganisationPerson[]> {
    if (!actor.isSignedIn) return [];
    const seesAll = organisationPolicy.managePeople(actor, organisation);
    const rows = await this.database.read<OrganisationPerson>(PEOPLE_OF, [organisation.id, seesAll, actor.personId]);
    return rows.map((row) => Object.assign(new OrganisationPerson(), row, { person: asPerson(row.person) }));
  }

  /** With what the rules look at. */
  async governed(organisation: Pick<Organisation, 'id' | 'verifiedAt'>): Promise<GovernedOrganisation> {
    const [networkIds] = await this.networksOf([organisation.id]);
    return { id: organisation.id, verifiedAt: organisation.verifiedAt, networkIds: networkIds ?? [] };
  }

  private async write(
    actor: Actor,
    input: { organisationId: string; mutationKey?: string },
    action: OrganisationActionName,
    change: (tx: Tx, organisation: Organisation, governed: GovernedOrganisation) => Promise<void> | void,
  ): Promise<Organisation> {
    return this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const where = { id: uuid(input.organisationId) };
        const organisation = await tx.findOne(Organisation, { where, lock: { mode: 'for_no_key_update' } });
        if (!organisation) throw new NotFound();
        const networks = await this.database.run<{ communityId: string }>(tx, NETWORKS_OF, [[organisation.id]]);
        const governed = { id: organisation.id, verifiedAt: organisation.verifiedAt, networkIds: networks.map((row) => row.communityId) };
        authorize(actor, organisationPolicy, action, governed);
        await change(tx, organisation, governed);
        organisation.updatedAt = this.clock.now();
        return tx.save(organisation);
      },
      (id) => this.organisations.get(id),
    );
  }

  private async known(tx: Tx, field: string, schemeId: string, ids: string[]): Promise<string[]> {
    const wanted = [...new Set(ids)];
    const found = wanted.length ? await tx.countBy(Term, { id: In(wanted), schemeId }) : 0;
    if (found !== wanted.length) throw Invalid.field(field, 'UNKNOWN_TERM', 'Choose from the list.');
    return wanted;
  }
}

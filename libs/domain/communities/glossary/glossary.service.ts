import { Injectable } from '@nestjs/common';
import { type Actor, authorize, type Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, onConstraint, type Statement, type Tx } from '#platform/database';
import { Forbidden, Invalid, NotFound } from '#platform/errors';
import { uuid } from '#platform/graphql';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { ConfidentialityLevel } from '../community.enums.js';
import { communityPolicy, mayRead } from '../community.policy.js';
import { Membership } from '../membership.entity.js';
import { MembershipRoll } from '../membership-roll.js';
import { GlossaryDefinition, GlossaryTerm } from './glossary.entities.js';
import type {
  AgreeOnDefinitionInput,
  DefineTermInput,
  EditDefinitionInput,
  RemoveDefinitionInput,
  RenameTermInput,
} from './glossary.inputs.js';

const TERMS: Statement = {
  name: 'glossary.terms',
  text: `select id, community_id as "communityId", term, agreed_id as "agreedId", created_at as "createdAt" from glossary_term
          where community_id = $1 order by plain(term), id limit 1000`,
};
const DEFINITIONS: Statement = {
  name: 'glossary.definitions',
  text: `select d.id, d.term_id as "termId", d.text, d.source, d.source_url as "sourceUrl", d.author_id as "authorId", d.organisation_id as "organisationId",
                d.created_at as "createdAt", d.edited_at as "editedAt", t.community_id as "communityId"
           from glossary_definition d join glossary_term t on t.id = d.term_id where d.term_id = any($1::uuid[]) order by d.created_at, d.id`,
};
const SAME_TERM: Statement = {
  name: 'glossary.same-term',
  text: `select id from glossary_term where community_id = $1 and plain(term) = plain($2)`,
};

onConstraint('glossary_term_once', () => Invalid.field('term', 'TERM_IS_THERE', 'This word is in the glossary already.'));

/** The words of a community. Members add, authors change their own, facilitators tidy and say what was agreed on. */
@Injectable()
export class Glossary {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly clock: Clock,
  ) {}

  /** By the alphabet; for those who may read what is in the community. */
  async terms(actor: Actor, community: Pick<Community, 'id' | 'visibility'>): Promise<GlossaryTerm[]> {
    if (!mayRead(actor, community, ConfidentialityLevel.PUBLIC, null)) return [];
    return this.database.read<GlossaryTerm>(TERMS, [community.id]);
  }

  /** In the order in which they came; unfiltered. */
  readonly definitionsOf: Batch<string, GlossaryDefinition[]> = async (ids) => {
    const rows = await this.database.read<GlossaryDefinition>(DEFINITIONS, [ids]);
    return ids.map((id) => rows.filter((row) => row.termId === id).map((row) => Object.assign(new GlossaryDefinition(), row)));
  };

  /** Adds a definition, and the word where it is not there yet. It stands for the organisation that its author is a member for. */
  define(actor: Actor, input: DefineTermInput): Promise<Community> {
    return this.acting(actor, input.mutationKey, async (tx) => {
      const { community, actor: now } = await this.roll.open(tx, actor, input.communityId);
      authorize(now, communityPolicy, 'raiseNeed', community);
      const { id: communityId } = community;
      const createdAt = this.clock.now();
      const [there] = await this.database.run<{ id: string }>(tx, SAME_TERM, [communityId, input.term]);
      const { id: termId } =
        there ?? (await tx.save(tx.create(GlossaryTerm, { communityId, term: input.term, createdAt, agreedId: null })));
      const membership = await tx.findOneBy(Membership, { communityId, personId: now.personId });
      const { text, source, sourceUrl } = input;
      await tx.insert(GlossaryDefinition, {
        termId,
        text,
        source: source || null,
        sourceUrl: sourceUrl || null,
        authorId: now.personId,
        organisationId: membership?.organisationId ?? null,
        createdAt,
      });
      return communityId;
    });
  }

  /** Its author, or a facilitator. What was agreed on is agreed no longer once it is changed. */
  edit(actor: Actor, input: EditDefinitionInput): Promise<Community> {
    return this.acting(actor, input.mutationKey, async (tx) => {
      const { definition, term, community, actor: now } = await this.open(tx, actor, input.definitionId);
      if (!this.mayTidy(now, community) && !now.is(definition.authorId)) throw new Forbidden();
      const { text, source, sourceUrl } = input;
      await tx.update(
        GlossaryDefinition,
        { id: definition.id },
        { text, source: source || null, sourceUrl: sourceUrl || null, editedAt: this.clock.now() },
      );
      if (term.agreedId === definition.id && text !== definition.text) await tx.update(GlossaryTerm, { id: term.id }, { agreedId: null });
      return community.id;
    });
  }

  remove(actor: Actor, input: RemoveDefinitionInput): Promise<Community> {
    return this.acting(actor, input.mutationKey, async (tx) => {
      const { definition, term, community, actor: now } = await this.open(tx, actor, input.definitionId);
      if (!this.mayTidy(now, community) && !now.is(definition.authorId)) throw new Forbidden();
      if (term.agreedId === definition.id) await tx.update(GlossaryTerm, { id: term.id }, { agreedId: null });
      await tx.delete(GlossaryDefinition, { id: definition.id });
      if (!(await tx.existsBy(GlossaryDefinition, { termId: term.id }))) await tx.delete(GlossaryTerm, { id: term.id });
      return community.id;
    });
  }

  agreeOn(actor: Actor, input: AgreeOnDefinitionInput): Promise<Community> {
    return this.acting(actor, input.mutationKey, async (tx) => {
      const { definition, term, community, actor: now } = await this.open(tx, actor, input.definitionId);
      if (!this.mayTidy(now, community)) throw new Forbidden();
      if (input.isAgreed || term.agreedId === definition.id)
        await tx.update(GlossaryTerm, { id: term.id }, { agreedId: input.isAgreed ? definition.id : null });
      return community.id;
    });
  }

  rename(actor: Actor, input: RenameTermInput): Promise<Community> {
    return this.acting(actor, input.mutationKey, async (tx) => {
      const term = await tx.findOneBy(GlossaryTerm, { id: uuid(input.termId) });
      if (!term) throw new NotFound();
      const { community, actor: now } = await this.roll.open(tx, actor, term.communityId);
      if (!community || !mayRead(now, community, ConfidentialityLevel.PUBLIC, null)) throw new NotFound();
      if (!this.mayTidy(now, community)) throw new Forbidden();
      await tx.update(GlossaryTerm, { id: term.id }, { term: input.term });
      return community.id;
    });
  }

  /** Facilitators keep it in order. */
  mayTidy(actor: Actor, community: Pick<Community, 'id' | 'visibility' | 'joinPolicy'>): boolean {
    return communityPolicy.answerRequests(actor, community);
  }

  /** Under the community's lock. @throws NotFound to those who may not read it */
  private async open(tx: Tx, actor: Actor, definitionId: string) {
    const found = await tx.findOneBy(GlossaryDefinition, { id: uuid(definitionId) });
    const term = found && (await tx.findOneBy(GlossaryTerm, { id: found.termId }));
    if (!found || !term) throw new NotFound();
    const { community, actor: now } = await this.roll.open(tx, actor, term.communityId);
    const definition = await tx.findOneBy(GlossaryDefinition, { id: found.id });
    if (!community || !definition || !mayRead(now, community, ConfidentialityLevel.PUBLIC, null)) throw new NotFound();
    if (!now.takesPartIn(community.id)) throw new Forbidden();
    return { definition, term: await tx.findOneByOrFail(GlossaryTerm, { id: term.id }), community, actor: now };
  }

  private async acting(actor: Actor, mutationKey: string | undefined, act: (tx: Tx) => Promise<string>): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      mutationKey,
      async (tx) => ({ id: await act(tx) }),
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Organisation } from '#domain/people';
import { Audit } from '#platform/audit';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import { Jobs } from '#platform/jobs';
import { Rooms } from '#platform/realtime';
import {
  CommunityIsArchived,
  JoiningByInvitation,
  noSeatOfOrganisation,
  organisationNeeded,
  RequestAnswered,
} from './communities.errors.js';
import { Communities } from './communities.service.js';
import type { Community } from './community.entity.js';
import { JoinPolicy, MembershipRole } from './community.enums.js';
import { communityPolicy } from './community.policy.js';
import { JoinRequest } from './join-request.entity.js';
import type { AnswerJoinRequestInput, JoinCommunityInput } from './memberships.inputs.js';
import { COUNT_JOIN_REQUESTS, FORGET_JOIN_REQUESTS, joinRequestsPage, OPENING_ORGANISATIONS } from './memberships.queries.js';
import { MembershipRoll } from './membership-roll.js';
import { asOrganisation, asPerson } from './people.queries.js';
import { JoinQuestions } from './questions/join-questions.service.js';

const FORGET = 'communities.forget-requests';
/** What people wrote about themselves to be let in is needed no longer than that after the answer. */
const KEEP_MS = 90 * 86_400_000;

/** Coming in: at once where a community is open, by asking where somebody answers. */
@Injectable()
export class Joining implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly questions: JoinQuestions,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly rooms: Rooms,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.define(FORGET, () => this.forgetOld(), '41 3 * * *');
  }

  /** Who has asked already gets that request; who is in already may say so which organisation they speak for. @throws JoiningByInvitation, CommunityIsArchived */
  async join(actor: Actor, input: JoinCommunityInput): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.roll.open(tx, actor, input.communityId);
        authorize(now, communityPolicy, 'read', community);
        if (community.archivedAt) throw new CommunityIsArchived();
        const { id: communityId, joinPolicy } = community;
        if (now.isMemberOf(communityId)) {
          await this.roll.speakFor(tx, communityId, now.personId, await this.roll.ownOrganisation(tx, now.personId, input.organisationId));
          return { id: communityId };
        }
        if (joinPolicy === JoinPolicy.BY_INVITATION) throw new JoiningByInvitation();
        const organisationId = await this.roll.ownOrganisation(tx, now.personId, input.organisationId);
        if (joinPolicy === JoinPolicy.BY_ORGANISATION && !(await this.opens(tx, communityId, now.personId, organisationId)))
          throw noSeatOfOrganisation();
        if (!organisationId && !community.allowsIndividuals) throw organisationNeeded();
        if (joinPolicy !== JoinPolicy.ON_REQUEST) {
          await this.roll.add(tx, community, { personId: now.personId, organisationId, role: MembershipRole.MEMBER });
          return { id: communityId };
        }
        const open = { communityId, personId: now.personId, answeredAt: IsNull() };
        if (await tx.existsBy(JoinRequest, open)) return { id: communityId };
        const answers = await this.questions.answered(tx, communityId, input.answers ?? []);
        const request = await tx.save(
          tx.create(JoinRequest, {
            communityId,
            personId: now.personId,
            organisationId,
            message: input.message || null,
            answers,
            createdAt: this.clock.now(),
          }),
        );
        await this.events.publish(tx, 'communities.join-requested', { communityId, requestId: request.id, personId: now.personId });
        return { id: communityId };
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }

  /** Lets someone in, or not. Of two answers the first one counts. @throws RequestAnswered */
  async answer(actor: Actor, input: AnswerJoinRequestInput): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const asked = await tx.findOneBy(JoinRequest, { id: uuid(input.requestId) });
        if (!asked) throw new NotFound();
        const { community, actor: now } = await this.roll.open(tx, actor, asked.communityId);
        // Requests are there only for those who may answer them.
        if (!community || !communityPolicy.answerRequests(now, community)) throw new NotFound();
        const answer = { answeredAt: this.clock.now(), answeredById: now.personId, isAccepted: input.accept };
        const { affected } = await tx.update(JoinRequest, { id: asked.id, answeredAt: IsNull() }, answer);
        if (!affected) throw new RequestAnswered();
        const { personId, organisationId, communityId } = asked;
        await this.events.publish(tx, 'communities.join-answered', {
          communityId,
          requestId: asked.id,
          personId,
          answeredById: now.personId,
          isAccepted: input.accept,
        });
        const act = input.accept ? 'communities.request-accepted' : 'communities.request-declined';
        await this.audit.note(tx, now, act, { communityId, subject: { kind: 'person', id: personId }, details: {} });
        if (input.accept) await this.roll.add(tx, community, { personId, organisationId, role: MembershipRole.MEMBER });
        else await this.rooms.tell(tx, `person:${personId}`, 'membership-changed', { communityId, role: null });
        return { id: communityId };
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }

  /** Open requests, the oldest first; none for those who may not answer them. */
  async requests(actor: Actor, community: Community, { first = 20, after }: PageArgs): Promise<Page<JoinRequest>> {
    const cursor = decodeCursor(after, ['date', 'uuid']);
    if (!communityPolicy.answerRequests(actor, community)) return pageOf<JoinRequest>([], 1, () => '');
    const rows = await this.database.read<JoinRequest>(joinRequestsPage(cursor !== null), [community.id, first + 1, ...(cursor ?? [])]);
    const requests = rows.map((row) => Object.assign(new JoinRequest(), row, { person: asPerson(row.person) }));
    return pageOf(requests, first, (request) => encodeCursor(request.createdAt.toISOString(), request.id), cursor !== null);
  }

  /** How many wait for an answer; 0 for those who may not answer them. */
  async countRequests(actor: Actor, community: Community): Promise<number> {
    if (!communityPolicy.answerRequests(actor, community)) return 0;
    const [counted] = await this.database.read<{ count: number }>(COUNT_JOIN_REQUESTS, [community.id]);
    return counted?.count ?? 0;
  }

  /** The viewer's organisations that let them in by themselves: they have a seat here and have confirmed the viewer. */
  async openingOrganisations(actor: Actor, community: Community): Promise<Organisation[]> {
    if (!communityPolicy.joinForOrganisation(actor, community)) return [];
    const rows = await this.database.read<{ organisation: Organisation }>(OPENING_ORGANISATIONS, [community.id, actor.personId]);
    return rows.flatMap(({ organisation }) => asOrganisation(organisation) ?? []);
  }

  private async opens(tx: Tx, communityId: string, personId: string, organisationId: string | null): Promise<boolean> {
    const rows = await this.database.run<{ organisation: Organisation }>(tx, OPENING_ORGANISATIONS, [communityId, personId]);
    return rows.some(({ organisation }) => organisation.id === organisationId);
  }

  private async forgetOld(): Promise<void> {
    await this.database.read(FORGET_JOIN_REQUESTS, [new Date(this.clock.now().getTime() - KEEP_MS)]);
  }
}

import { Injectable } from '@nestjs/common';
import { CommunityKind, Founding, JoinPolicy, Level, MembershipRole, MembershipRoll, Visibility } from '#domain/communities';
import { Person } from '#domain/people';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import type { Introduction } from './introduction.entity.js';

/** What the charter of such a room says, in the words of the one who asked. */
const COMMUNITY = 'The two who were introduced, and whom they invite.';
const PRACTICE = 'Talking, meeting, and telling each other what works.';

/** The room of two people who were introduced: a small circle that nobody else finds. */
@Injectable()
export class IntroductionRoom {
  constructor(
    private readonly founding: Founding,
    private readonly roll: MembershipRoll,
  ) {}

  /** Both coordinate it. */
  async open(tx: Tx, actor: Actor, { askerId, reason }: Introduction): Promise<string> {
    const [asker, answerer] = await Promise.all([
      tx.findOneByOrFail(Person, { id: askerId }),
      tx.findOneByOrFail(Person, { id: actor.personId }),
    ]);
    const community = await this.founding.found(tx, actor, {
      name: `${asker.name}, ${answerer.name}`.slice(0, 120),
      kind: CommunityKind.WORKING_GROUP,
      level: Level.INTERNATIONAL,
      countries: [],
      languages: asker.languages.filter((language) => answerer.languages.includes(language)),
      themeIds: [],
      summary: reason,
      visibility: Visibility.MEMBERS,
      joinPolicy: JoinPolicy.BY_INVITATION,
      isUnlisted: true,
      isDemo: asker.isDemo && answerer.isDemo,
      allowsIndividuals: true,
      charter: { domain: reason, community: COMMUNITY, practice: PRACTICE },
    } as Parameters<Founding['found']>[2]);
    await this.roll.add(tx, community, { personId: askerId, organisationId: null, role: MembershipRole.COORDINATOR });
    return community.id;
  }
}

import { Injectable } from '@nestjs/common';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsUUID, Min } from 'class-validator';
import { type Actor, authorize, type Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import { Conflict } from '#platform/errors';
import { DateTimeScalar, RepeatableInput } from '#platform/graphql';
import { Communities } from '../communities.service.js';
import type { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { MembershipRoll } from '../membership-roll.js';

const VERSIONS: Statement = {
  name: 'charters.versions',
  text: `select version, domain, community, practice, note, written_by_id as "writtenById", written_at as "writtenAt" from charter
          where community_id = $1 order by version desc limit 200`,
};
const AGREE: Statement = {
  name: 'charters.agree',
  text: `insert into charter_agreement (community_id, person_id, version, agreed_at) values ($1, $2, $3, $4)
         on conflict (community_id, person_id) do update set version = $3, agreed_at = $4 where charter_agreement.version < $3`,
};
/** Of those who are members today. Keys: `person community`. */
const STANDING: Statement = {
  name: 'charters.standing',
  text: `select c.id, (select a.version from charter_agreement a where a.community_id = c.id and a.person_id = $1::uuid) as "viewerVersion",
                (select count(*)::int from charter_agreement a join membership m on m.community_id = a.community_id and m.person_id = a.person_id
                  where a.community_id = c.id and a.version = c.charter_version) as "agreedCount"
           from community c where c.id = any($2::uuid[])`,
};

@ObjectType({ description: 'One version of a charter.' })
export class WrittenCharter {
  @Field(() => Int, { description: 'Counted from 1.' })
  version!: number;
  @Field(() => String, { description: 'What it is about.' })
  domain!: string;
  @Field(() => String, { description: 'Who it is for.' })
  community!: string;
  @Field(() => String, { description: 'What it shares and does together.' })
  practice!: string;
  @Field(() => String, { nullable: true, description: 'Why it was changed.' })
  note!: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt!: Date;
  writtenById!: string | null;
}

@InputType({ description: 'Agrees to the charter as it stands.' })
export class AgreeToCharterInput extends RepeatableInput {
  @Field(() => ID, { description: 'Of which community.' })
  @IsUUID(undefined, { message: 'This is not an id.' })
  communityId!: string;
  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  @Min(1)
  version!: number;
}

/** It was changed while somebody read it. */
class CharterMoved extends Conflict {
  constructor() {
    super('The charter was changed meanwhile. Read the new version first.', 'CHARTER_MOVED');
  }
}

/** The versions of a charter, and who stands behind the present one: as a number, never as a list. */
@Injectable()
export class Charters {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly clock: Clock,
  ) {}

  /** The latest first. Whoever sees the community sees its charter, and what it was. */
  versions(community: Pick<Community, 'id'>): Promise<WrittenCharter[]> {
    return this.database.read<WrittenCharter>(VERSIONS, [community.id]);
  }

  readonly standings: Batch<string, { viewerVersion: number | null; agreedCount: number }> = async (keys) => {
    const pairs = keys.map((key) => key.split(' ') as [string, string]);
    const rows = await this.database.read<{ id: string; viewerVersion: number | null; agreedCount: number }>(STANDING, [
      pairs[0]?.[0],
      pairs.map(([, id]) => id),
    ]);
    return pairs.map(([, id]) => rows.find((row) => row.id === id) ?? null);
  };

  /** Members agree to the version that they have read. @throws CharterMoved */
  async agree(actor: Actor, input: AgreeToCharterInput): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.roll.open(tx, actor, input.communityId);
        authorize(now, communityPolicy, 'raiseNeed', community);
        if (community.charter.version !== input.version) throw new CharterMoved();
        await this.database.run(tx, AGREE, [community.id, now.personId, input.version, this.clock.now()]);
        return { id: community.id };
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }
}

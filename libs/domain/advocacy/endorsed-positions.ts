import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation } from '#domain/people';
import { CurrentLoaders, type Batch, type Loaders } from '#platform/auth';
import { Database, type Statement } from '#platform/database';
import { DateTimeScalar } from '#platform/graphql';
import { EndorsementAnswer } from './advocacy.enums.js';

@ObjectType({ description: 'A published position that an organisation signed.' })
export class EndorsedPosition {
  @Field(() => ID, { description: 'Id of the position.' })
  id!: string;
  @Field(() => String, { description: 'What it is called.' })
  title!: string;
  @Field(() => String, { description: 'Whom it speaks to.' })
  addressee!: string;
  @Field(() => String, { description: 'Which community speaks.' })
  communityName!: string;
  @Field(() => EndorsementAnswer, { description: 'Signed, or signed with a reservation.' })
  answer!: EndorsementAnswer;
  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt!: Date;
}

/** Only what is published, in the round that was decided: everybody may read that. */
const ENDORSED: Statement = {
  name: 'positions.endorsed-by-organisations',
  text: `select e.organisation_id as "organisationId", p.id, p.title, p.addressee, c.name as "communityName", e.answer, p.published_at as "publishedAt"
           from endorsement e join position p on p.round_id = e.round_id and p.state = 'PUBLISHED' join community c on c.id = p.community_id
          where e.organisation_id = any($1::uuid[]) and e.answer in ('ENDORSE', 'ENDORSE_WITH_RESERVATION')
          order by p.published_at desc, p.id limit 1000`,
};

@Resolver(() => Organisation)
export class EndorsedPositions {
  constructor(private readonly database: Database) {}

  readonly byOrganisations: Batch<string, EndorsedPosition[]> = async (ids) => {
    const rows = await this.database.read<EndorsedPosition & { organisationId: string }>(ENDORSED, [ids]);
    return ids.map((id) => rows.filter(({ organisationId }) => organisationId === id));
  };

  @ResolveField(() => [EndorsedPosition], { description: 'Published positions it signed, the latest first.' })
  async endorsedPositions(@Parent() { id }: Organisation, @CurrentLoaders() loaders: Loaders): Promise<EndorsedPosition[]> {
    return (await loaders.load(this.byOrganisations, id)) ?? [];
  }
}

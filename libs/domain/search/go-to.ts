import { Args, Field, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import { contentScope } from '#domain/communities';
import { type Actor, CurrentActor } from '#platform/auth';
import { Database, type Statement } from '#platform/database';

/** What one can go to. */
export enum GoToKind {
  COMMUNITY = 'COMMUNITY',
  THREAD = 'THREAD',
  SESSION = 'SESSION',
  POSITION = 'POSITION',
  PERSON = 'PERSON',
  ORGANISATION = 'ORGANISATION',
}
registerEnumType(GoToKind, {
  name: 'GoToKind',
  description: 'What one can go to.',
  valuesMap: {
    COMMUNITY: { description: 'A community or network.' },
    THREAD: { description: 'A discussion.' },
    SESSION: { description: 'A session.' },
    POSITION: { description: 'A position.' },
    PERSON: { description: 'Someone.' },
    ORGANISATION: { description: 'An organisation.' },
  },
});

@ObjectType({ description: 'One place to go to.' })
export class GoToResult {
  @Field(() => GoToKind, { description: 'What it is.' })
  kind!: GoToKind;
  @Field(() => String, { description: 'Its title or name.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'Where it belongs.' })
  detail!: string | null;
  @Field(() => String, { description: 'Path in the web client.' })
  path!: string;
}

/** The same rule as on every other road, in SQL and before the limit. $1 what was typed, $2 memberships. */
const GO_TO: Statement = {
  name: 'search.go_to',
  text: `
    with typed as (select plain($1) as words, '%' || replace(replace(replace(plain($1), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' as pattern)
    select kind, title, detail, path from (
      (select 'COMMUNITY' as kind, c.name as title, null as detail, '/c/' || c.slug as path, 1 as rank, similarity(plain(c.name), words) as near
         from community c, typed where plain(c.name) like pattern order by near desc limit 5)
      union all
      (select 'THREAD', t.title, c.name, '/t/' || t.id, 2, similarity(plain(t.title), words)
         from thread t join community c on c.id = t.community_id, typed
        where plain(t.title) like pattern and ${contentScope('c', 't.level', '$2')} order by 6 desc limit 5)
      union all
      (select 'SESSION', s.title, c.name, '/s/' || s.id, 3, similarity(plain(s.title), words)
         from session s join community c on c.id = s.community_id, typed
        where plain(s.title) like pattern and ${contentScope('c', "'PUBLIC'", '$2')} order by 6 desc limit 5)
      union all
      (select 'POSITION', p.title, c.name, '/p/' || p.id, 4, similarity(plain(p.title), words)
         from position p join community c on c.id = p.community_id, typed
        where plain(p.title) like pattern and ${contentScope('c', "'COMMUNITY'", '$2')} order by 6 desc limit 5)
      union all
      (select 'PERSON', person.name, person.headline, '/people/' || person.id, 5, similarity(plain(person.name), words)
         from person, typed where plain(person.name) like pattern and person.named_at is not null
          and exists (select from membership m where m.person_id = person.id and m.community_id = any($2::uuid[]))
        order by 6 desc limit 5)
    ) as found order by near desc, rank limit 12`,
};

/** The quick switcher: by a part of the title. */
@Injectable()
export class GoTo {
  constructor(private readonly database: Database) {}

  async find(actor: Actor, text: string): Promise<GoToResult[]> {
    const typed = text.replaceAll('\0', '').trim().slice(0, 100);
    if (typed.length < 2 || !actor.isSignedIn) return [];
    return this.database.read<GoToResult>(GO_TO, [typed, actor.communityIds]);
  }
}

@Resolver()
export class GoToResolver {
  constructor(private readonly goToPlaces: GoTo) {}

  @Query(() => [GoToResult], { description: 'Places whose title holds what is typed, the nearest first; only what one may read.' })
  goTo(
    @CurrentActor() actor: Actor,
    @Args('text', { type: () => String, description: 'At least two letters.' }) text: string,
  ): Promise<GoToResult[]> {
    return this.goToPlaces.find(actor, text);
  }
}

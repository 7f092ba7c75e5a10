import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

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

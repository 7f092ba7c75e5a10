import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { RichTextDocument } from '#content';
import { Person } from '#domain/people';
import { Connection, DateTimeScalar, RichTextScalar } from '#platform/graphql';

@ObjectType({ description: 'What a guest observer sees of a contribution: who said what, and when.' })
export class GuestPost {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => Int, { description: 'Its place in the discussion.' })
  position!: number;
  @Field(() => Person, { description: 'Who wrote it.' })
  author!: Person;
  @Field(() => RichTextScalar, { description: 'What it says; of pictures only their words.' })
  body!: RichTextDocument;
  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last rewritten.' })
  editedAt!: Date | null;
}

@ObjectType({ description: 'A discussion as its guest observers see it: what was said with a name since they were invited.' })
export class GuestThread {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => ID, { description: 'Of one’s place as a guest, to leave it.' })
  guestId!: string;
  @Field(() => String, { description: 'What it is about.' })
  title!: string;
  @Field(() => String, { description: 'The community it belongs to.' })
  communityName!: string;
  @Field(() => Boolean, { description: 'Whether the conversation has ended.' })
  isClosed!: boolean;
  @Field(() => DateTimeScalar, { description: 'Since when one sees what is written.' })
  since!: Date;
  @Field(() => DateTimeScalar, { description: 'Until when.' })
  until!: Date;
  @Field(() => String, { description: 'The name one is shown with.' })
  name!: string;
  @Field(() => String, { description: 'The organisation one is shown with.' })
  organisation!: string;
  afterPosition!: number;
}

/** A page of what a guest sees. */
export const GuestPostConnection = Connection('GuestPost', () => GuestPost);

import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { Session } from '../session.entity.js';
import { OffRecordConversation } from './off-record-conversation.entity.js';
import { OpenOffRecordInput, SayOffRecordInput, TakeBackOffRecordInput } from './off-record.inputs.js';
import { OffRecord } from './off-record.service.js';

@Resolver(() => Session)
export class OffRecordResolver {
  constructor(private readonly conversations: OffRecord) {}

  @ResolveField(() => OffRecordConversation, {
    nullable: true,
    description: 'The conversation off the record; null for those who do not take part in the session.',
  })
  offRecord(@CurrentActor() actor: Actor, @Parent() session: Session): Promise<OffRecordConversation | null> | null {
    return actor.isSignedIn ? this.conversations.of(actor, session) : null;
  }

  @Mutation(() => Session, { description: 'Gives a session a conversation off the record.' })
  openOffRecord(@CurrentActor() actor: Actor, @Args('input', { description: 'Where.' }) input: OpenOffRecordInput): Promise<Session> {
    return this.conversations.open(actor, input);
  }

  @Mutation(() => Session, { description: 'Says something to those in the session, while it lasts.' })
  sayOffRecord(@CurrentActor() actor: Actor, @Args('input', { description: 'What.' }) input: SayOffRecordInput): Promise<Session> {
    return this.conversations.say(actor, input);
  }

  @Mutation(() => Session, { description: 'Makes something that was said off the record go at once.' })
  takeBackOffRecord(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which remark.' }) input: TakeBackOffRecordInput,
  ): Promise<Session> {
    return this.conversations.takeBack(actor, input);
  }
}

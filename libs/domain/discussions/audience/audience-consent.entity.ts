import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { AudienceRequest, AudienceState } from './audience-request.entity.js';

/** The answer of one author: of a person, or of a voice without a name. Which voice is whose, this table does not know. */
@Entity('audience_consent')
@Check('audience_consent_whose', '(person_id is null) <> (voice is null)')
@Check('audience_consent_state', `state in ('ASKED', 'GIVEN', 'REFUSED', 'WITHDRAWN')`)
@Index('audience_consent_person', ['requestId', 'personId'], { unique: true, where: 'person_id is not null' })
@Index('audience_consent_voice', ['requestId', 'voice'], { unique: true, where: 'voice is not null' })
@Index('audience_consent_asked', ['personId'], { where: 'person_id is not null' })
export class AudienceConsent {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'audience_consent_pk' })
  id!: string;

  @Column({ type: 'uuid' })
  requestId!: string;

  @ManyToOne(() => AudienceRequest, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'request_id', foreignKeyConstraintName: 'audience_consent_request_fk' })
  request?: Relation<AudienceRequest>;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'audience_consent_person_fk' })
  person?: Relation<Person> | null;

  @Column({ type: 'integer', nullable: true })
  voice!: number | null;

  @Column({ type: 'text', default: 'ASKED' })
  state!: AudienceState;
}

@ObjectType({ description: 'What one is asked as an author, for oneself alone to see.' })
export class AudienceAsk {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => AudienceState, { description: 'What one answered.' })
  state!: AudienceState;

  @Field(() => Boolean, { description: 'Whether one is asked as a voice without a name: nobody learns that it was oneself who answered.' })
  isUnattributed!: boolean;

  @Field(() => String, { description: 'The title of the thread.' })
  title!: string;

  @Field(() => Int, { description: 'How many posts others can read because of the consent, while it is given.' })
  opened!: number;

  @Field(() => AudienceRequest, { description: 'The question.' })
  request!: AudienceRequest;
}

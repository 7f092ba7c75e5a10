import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';

/** The place of a person in an organisation. */
@Entity('organisation_seat')
@Unique('organisation_seat_once', ['personId', 'organisationId'])
@Check('organisation_seat_mandate', `is_confirmed or not has_mandate`)
@Index('organisation_seat_one_main', ['personId'], { unique: true, where: 'is_main' })
@Index('organisation_seat_organisation', ['organisationId'])
export class OrganisationSeat {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'organisation_seat_pk' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'organisation_seat_person_fk' })
  person?: Relation<Person>;

  @Column({ type: 'uuid' })
  organisationId!: string;

  @ManyToOne(() => Organisation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'organisation_seat_organisation_fk' })
  organisation?: Relation<Organisation>;

  /** What they do there. */
  @Column({ type: 'text', nullable: true })
  title!: string | null;

  /** Whether the organisation says so, too. Anybody may choose any organisation in their profile; that alone gives nothing. */
  @Column({ type: 'boolean', default: false })
  isConfirmed!: boolean;

  /** Whether they may act for it: edit its page, confirm its people, fill its seats. What a seat may say is the community's to give. */
  @Column({ type: 'boolean', default: false })
  hasMandate!: boolean;

  /** The one shown beside the name; at most one per person. */
  @Column({ type: 'boolean', default: false })
  isMain!: boolean;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** The audience of a part of the profile, by the part's name; see person.policy.ts. */
export type ShownTo = Partial<Record<string, string>>;

/** How light the pages are. */
export enum ColorScheme {
  AUTO = 'AUTO',
  LIGHT = 'LIGHT',
  DARK = 'DARK',
}
registerEnumType(ColorScheme, {
  name: 'ColorScheme',
  description: 'How light the pages are.',
  valuesMap: {
    AUTO: { description: 'As the device says.' },
    LIGHT: { description: 'Dark on light.' },
    DARK: { description: 'Light on dark.' },
  },
});

/** An account and its profile. The address, the settings and the password are nobody else's business: they have no `@Field`. */
@Entity('person')
@Unique('person_email_unique', ['email'])
@Check('person_email_lower', `email = lower(email)`)
@Check('person_color_scheme', `color_scheme in ('AUTO', 'LIGHT', 'DARK')`)
@Unique('person_leaving_token', ['leavingTokenHash'])
@Index('person_plain_name', { synchronize: false })
@Index('person_listed', { synchronize: false })
@Index('person_listed_words', { synchronize: false })
@Index('person_listed_themes', { synchronize: false })
@Index('person_leaving', { synchronize: false })
@Index('person_by_name', { synchronize: false })
@ObjectType({ description: 'Someone with an account, as others see them.' })
export class Person {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'person_pk' })
  @Field(() => ID, { description: 'Their id.' })
  id!: string;

  /** Lower case, as `mailAddress` writes it. */
  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'How they want to be called.' })
  name!: string;

  /** One line: role and place. Here only while it is for everyone. */
  @Column({ type: 'text', nullable: true })
  headline!: string | null;

  /** The same line while it is for fewer. */
  @Column({ type: 'text', nullable: true })
  keptHeadline!: string | null;

  @Column({ type: 'text', nullable: true })
  about!: string | null;

  /** BCP 47 tags of the languages they work in. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  languages!: string[];

  /** IANA name. */
  @Column({ type: 'text', default: 'UTC' })
  timeZone!: string;

  @Column({ type: 'uuid', nullable: true })
  pictureFileId!: string | null;

  /** Of pages and mails. */
  @Column({ type: 'text', default: 'en' })
  language!: string;

  @Column({ type: 'text', default: ColorScheme.AUTO })
  colorScheme!: ColorScheme;

  @Column({ type: 'boolean', default: false })
  isAdministrator!: boolean;

  @Column({ type: 'boolean', default: false })
  isDemo!: boolean;

  /** Whether the directory shows them: their own choice, and not before they made it. */
  @Column({ type: 'boolean', default: false })
  isListed!: boolean;

  /** Terms of the scheme `intervention-areas`. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  themeIds!: string[];

  /** For the directory. */
  @Column({ type: 'text', nullable: true })
  canHelp!: string | null;

  /** argon2id; null for those who sign in by mail only. */
  @Column({ type: 'text', nullable: true })
  passwordHash!: string | null;

  /** When they first gave their name; null while the profile still waits for it. */
  @Column({ type: 'timestamptz', nullable: true })
  namedAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** Since when an administrator keeps them out. */
  @Column({ type: 'timestamptz', nullable: true })
  suspendedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  suspendedReason!: string | null;

  /** When the account will be deleted, because its owner asked for it. */
  @Column({ type: 'timestamptz', nullable: true })
  leavingAt!: Date | null;

  /** Whether what they wrote stays, without their name. */
  @Column({ type: 'boolean', nullable: true })
  leavingKeeps!: boolean | null;

  /** SHA-256 of the way back that stands in the mail. */
  @Column({ type: 'bytea', nullable: true })
  leavingTokenHash!: Buffer | null;

  /** From then on nothing is left but the id. */
  @Column({ type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;

  /** Who sees which part of the profile, where it differs from what is usual. */
  @Column({ type: 'jsonb', default: () => `'{}'` })
  shown!: ShownTo;

  @Field(() => String, { nullable: true, description: 'Path of their picture.' })
  get pictureUrl(): string | null {
    return pictureUrl(this.pictureFileId);
  }

  /** The line under the name, wherever it stands. */
  get ownHeadline(): string | null {
    return this.headline ?? this.keptHeadline ?? null;
  }

  /** Puts the line where its audience wants it. */
  writeHeadline(line: string | null): void {
    const isOpen = (this.shown['HEADLINE'] ?? 'EVERYONE') === 'EVERYONE';
    this.headline = isOpen ? line : null;
    this.keptHeadline = isOpen ? null : line;
  }

  /** Takes a name; from then on the account is no longer new. */
  rename(name: string, now: Date): void {
    this.name = name;
    this.namedAt ??= now;
  }
}

/** The name of those who are gone; whoever reads it reads it in their own language. */
export const FORMER_MEMBER = 'Former member';

/** SQL of whether an account is in use, from the alias of `person`: who is suspended, leaving or gone acts nowhere and is told nothing. */
export const inUse = (person: string): string =>
  `(${person}.suspended_at is null and ${person}.leaving_at is null and ${person}.deleted_at is null)`;

/** The path of a person's picture: for hot reads that make plain objects from `picture_file_id`. */
export const pictureUrl = (pictureFileId: string | null): string | null => (pictureFileId ? `/files/${pictureFileId}` : null);

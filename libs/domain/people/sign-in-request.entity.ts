import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { DateTimeScalar } from '#platform/graphql';

/** What a token in a mail is good for; one of another purpose is no token at all. */
export enum SignInPurpose {
  SIGN_IN = 'SIGN_IN',
  /** Makes the account an administrator; printed at the server's own console. */
  ADMINISTRATOR = 'ADMINISTRATOR',
}

/** Someone asked to sign in with an address. It says nothing on whether the address is known. */
@Entity('sign_in_request')
@Unique('sign_in_request_token', ['tokenHash'])
@Check('sign_in_request_purpose', `purpose in ('SIGN_IN', 'ADMINISTRATOR')`)
@Index('sign_in_request_email', ['email'])
@Index('sign_in_request_expires', ['expiresAt'])
@ObjectType({
  description:
    'The same answer whether or not the address is known. The code goes by mail; the request binds its six digits to this browser.',
})
export class SignInRequest {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'sign_in_request_pk' })
  @Field(() => ID, { name: 'requestId', description: 'To send back with the six digits.' })
  id!: string;

  @Column({ type: 'text' })
  purpose!: SignInPurpose;

  @Column({ type: 'text' })
  email!: string;

  /** SHA-256 of the link's token. */
  @Column({ type: 'bytea' })
  tokenHash!: Buffer;

  /** Keyed hash of the six digits: without the server's secret, a million guesses at a stolen table tell nothing. */
  @Column({ type: 'bytea', nullable: true })
  codeHash!: Buffer | null;

  /** SHA-256 of the asking browser's cookie; null when any browser may use the link. */
  @Column({ type: 'bytea', nullable: true })
  browserHash!: Buffer | null;

  @Column({ type: 'smallint' })
  triesLeft!: number;

  /** A path of this site. */
  @Column({ type: 'text', nullable: true })
  returnTo!: string | null;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  @Field(() => DateTimeScalar, { description: 'Until when link and code are good.' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;

  isOpen(now: Date): boolean {
    return this.usedAt === null && this.expiresAt > now;
  }

  /** Whether this browser asked, or any may come. */
  isOf(browserHash: Buffer | null): boolean {
    return this.browserHash === null || (browserHash !== null && this.browserHash.equals(browserHash));
  }
}

import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import { DateTimeScalar } from '#platform/graphql';

/** What a community is about, who it is for, what it shares: the present version. */
@ObjectType({ description: 'What it is about, who it is for, what it shares.' })
export class Charter {
  @Field(() => String, { description: 'What it is about.' })
  @Column({ type: 'text' })
  domain!: string;

  @Field(() => String, { description: 'Who it is for.' })
  @Column({ type: 'text' })
  community!: string;

  @Field(() => String, { description: 'What it shares and does together.' })
  @Column({ type: 'text' })
  practice!: string;

  @Field(() => Int, { description: 'Counted from 1; every edit makes the next.' })
  @Column({ type: 'int', default: 1 })
  version!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When this version was written.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  updatedAt!: Date | null;

  /** The next version, or null when nothing differs. */
  rewritten(words: { domain: string; community: string; practice: string }, at: Date): Charter | null {
    if (words.domain === this.domain && words.community === this.community && words.practice === this.practice) return null;
    return Object.assign(new Charter(), { ...words, version: this.version + 1, updatedAt: at });
  }
}

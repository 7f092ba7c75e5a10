import { Injectable } from '@nestjs/common';
import { pictureIds } from '#content';
import type { Place } from '#domain/communities';
import { Database, type Tx } from '#platform/database';
import { mentionedIn, type PostText, readBody, rendered, withNames } from './post-text.js';
import { MENTIONED_MEMBERS } from './threads.queries.js';
import { NoPicturesUnattributed } from './unattributed/unattributed.errors.js';

/** A text ready to be kept, and the members it speaks to. */
export interface ComposedText extends PostText {
  mentionedIds: string[];
}

/** Reads texts from outside and finds out whom they speak to. */
@Injectable()
export class Mentions {
  constructor(private readonly database: Database) {}

  /**
   * Mentions of people who are not members, or not in the group, become plain words and reach nobody: refusing them would tell who is a member, and texts quote
   * people who have left.
   */
  async compose(tx: Tx | null, json: unknown, place: Place, authorId: string): Promise<ComposedText> {
    const body = readBody(json, { nonEmpty: true });
    const ids = mentionedIn(body);
    const names = ids.length > 0 ? await this.membersAmong(tx, place, ids) : new Map<string, string>();
    return {
      ...rendered(ids.length > 0 ? withNames(body, names) : body),
      mentionedIds: ids.filter((id) => names.has(id) && id !== authorId),
    };
  }

  /**
   * A text that nobody signs. Whom it names become plain words: a voice without a name calls nobody. Pictures are refused, because a file keeps who brought it.
   */
  composeUnnamed(json: unknown): PostText {
    const body = readBody(json, { nonEmpty: true });
    if (pictureIds(body).length > 0) throw new NoPicturesUnattributed();
    return rendered(withNames(body, new Map()));
  }

  private async membersAmong(tx: Tx | null, { communityId, groupId }: Place, ids: string[]): Promise<Map<string, string>> {
    const values = [communityId, ids, groupId];
    const members = await (tx
      ? this.database.run<Member>(tx, MENTIONED_MEMBERS, values)
      : this.database.read<Member>(MENTIONED_MEMBERS, values));
    return new Map(members.map((member) => [member.id, member.name]));
  }
}

interface Member {
  id: string;
  name: string;
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import type { GoToResult } from './go-to.entity.js';
import { GO_TO } from './go-to.queries.js';

/** Nobody types more into a switcher, and no title is much longer. */
const LONGEST = 100;

/** The quick switcher: places by a part of their title. */
@Injectable()
export class GoTo {
  constructor(private readonly database: Database) {}

  async find(actor: Actor, text: string): Promise<GoToResult[]> {
    const typed = text.replaceAll('\0', '').trim().slice(0, LONGEST);
    if (typed.length < 2) return [];
    return this.database.read<GoToResult>(GO_TO, [typed, actor.communityIds, actor.isSignedIn, actor.groupIds]);
  }
}

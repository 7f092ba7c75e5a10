import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DocumentRules } from '#domain/writing';
import { uuid } from '#platform/graphql';
import { Rooms } from '#platform/realtime';
import { type GovernedPosition, positionPolicy } from './position.policy.js';
import { POSITION_TEXT, Positions } from './positions.service.js';

/** Tells the writing module and the rooms who may read and write: the same policy on every road. */
@Injectable()
export class AdvocacyRules implements OnModuleInit {
  constructor(
    private readonly positions: Positions,
    private readonly rules: DocumentRules,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.rules.define<GovernedPosition>(POSITION_TEXT, {
      load: async (positionId, documentId) => {
        const position = await this.positions.find(positionId);
        // A published position has a new text; the one with the history of its writing is closed to all.
        return position?.documentId === documentId ? position : null;
      },
      mayRead: positionPolicy.read,
      mayWrite: positionPolicy.write,
      onWritten: (positionId) => this.positions.touch(positionId),
    });
    this.rooms.define('position', async (actor, id) => {
      const position = await this.positions.find(uuid(id));
      return position !== null && positionPolicy.read(actor, position);
    });
  }
}

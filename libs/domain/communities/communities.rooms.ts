import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Rooms } from '#platform/realtime';

/** `community:<id>` is for its members, also where the community is public; `group:<id>` for those in it; `person:<id>` for that person alone. */
@Injectable()
export class CommunityRooms implements OnModuleInit {
  constructor(private readonly rooms: Rooms) {}

  onModuleInit(): void {
    this.rooms.define('community', (actor, id) => actor.isMemberOf(id));
    this.rooms.define('group', (actor, id) => actor.isInGroup(id));
    this.rooms.define('person', (actor, id) => actor.is(id));
  }
}

export { Rooms, type MayJoin, type RoomMessage } from './rooms.js';
export { RealtimeModule } from './realtime.module.js';

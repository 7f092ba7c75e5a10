export { NUMBER_MESSAGE, Rooms, type MayJoin, type RoomMessage } from './rooms.js';
export { SocketServer, type AuthenticatedSocket, type SocketData } from './socket-server.js';
export { allowedOrigins, isOwnOrigin } from './origin.js';
export { RealtimeModule } from './realtime.module.js';

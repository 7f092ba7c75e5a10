import { Global, Module } from '@nestjs/common';
import { Rooms } from './rooms.js';
import { SocketServer } from './socket-server.js';

@Global()
@Module({ providers: [Rooms, SocketServer], exports: [Rooms, SocketServer] })
export class RealtimeModule {}

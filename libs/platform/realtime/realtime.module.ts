import { Global, Module } from '@nestjs/common';
import { Rooms } from './rooms.js';

@Global()
@Module({ providers: [Rooms], exports: [Rooms] })
export class RealtimeModule {}

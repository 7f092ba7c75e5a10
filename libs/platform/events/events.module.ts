import { Global, Module } from '@nestjs/common';
import { Events } from './events.js';
import { Hearing } from './hearing.js';

@Global()
@Module({ providers: [Events, Hearing], exports: [Events, Hearing] })
export class EventsModule {}

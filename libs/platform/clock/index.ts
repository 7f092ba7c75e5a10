import { Global, Injectable, Module } from '@nestjs/common';

/** The present moment, replaceable in tests so that time can be moved. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class ClockModule {}

import { type DynamicModule, Global, Injectable, Module } from '@nestjs/common';

/** The present moment, replaceable in tests so that time can be moved. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

@Global()
@Module({})
export class ClockModule {
  static of(clock: Clock): DynamicModule {
    return { module: ClockModule, providers: [{ provide: Clock, useValue: clock }], exports: [Clock] };
  }
}

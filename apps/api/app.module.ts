import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AuditModule } from '#platform/audit';
import { Clock, ClockModule } from '#platform/clock';
import { type Config, ConfigModule } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { EventsModule } from '#platform/events';
import { GraphqlModule, InputPipe } from '#platform/graphql';
import { HealthModule } from '#platform/health';
import { JobsModule } from '#platform/jobs';
import { LimitsModule } from '#platform/limits';
import { LogModule } from '#platform/log';
import { MailModule } from '#platform/mail';
import { PersonalDataModule } from '#platform/personal-data';
import { RealtimeModule } from '#platform/realtime';
import { RetentionModule } from '#platform/retention';
import { SearchablesModule } from '#platform/searchables';
import { StorageModule } from '#platform/storage';
import { domainModules } from './domain.js';
import { HttpErrorsFilter } from './http-errors.filter.js';

/** Composition: platform below, domain above, joined here and nowhere else. */
@Module({})
export class AppModule {
  static with(config: Config, databaseUrl: string, clock = new Clock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        LogModule,
        ClockModule.of(clock),
        DatabaseModule.at(databaseUrl),
        AuditModule,
        PersonalDataModule,
        RetentionModule,
        SearchablesModule,
        JobsModule,
        EventsModule,
        RealtimeModule,
        LimitsModule,
        MailModule,
        StorageModule,
        GraphqlModule,
        HealthModule,
        ...domainModules,
      ],
      providers: [
        { provide: APP_FILTER, useClass: HttpErrorsFilter },
        { provide: APP_PIPE, useClass: InputPipe },
      ],
    };
  }
}

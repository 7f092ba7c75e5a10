import { type DynamicModule, Global, Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ActorSource } from './actor.js';
import { AuthGuard } from './auth.guard.js';
import { Authentication } from './authentication.js';

/** Joined with the domain's ActorSource in app.module: platform may not know communities. */
@Global()
@Module({})
export class AuthModule {
  static with(source: Type<ActorSource>, imports: ModuleMetadata['imports']): DynamicModule {
    return {
      module: AuthModule,
      imports,
      providers: [Authentication, { provide: ActorSource, useExisting: source }, { provide: APP_GUARD, useClass: AuthGuard }],
      exports: [Authentication, ActorSource],
    };
  }
}

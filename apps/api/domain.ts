import { type DynamicModule, Injectable, Module, type Type } from '@nestjs/common';
import { ActorSource, AuthModule } from '#platform/auth';

/** Until communities is there, nobody is known. */
@Injectable()
class StrangersOnly extends ActorSource {
  bySession = () => Promise.resolve(null);
  byApiToken = () => Promise.resolve(null);
  byPerson = () => Promise.resolve(null);
}

@Module({ providers: [StrangersOnly], exports: [StrangersOnly] })
class StrangersModule {}

/** The domain's modules, up the ladder. */
export const domainModules: (Type | DynamicModule)[] = [AuthModule.with(StrangersOnly, [StrangersModule])];

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { VocabularyModule } from '#domain/vocabulary';
import { Accounts } from './accounts.service.js';
import { ApiToken } from './api-token.entity.js';
import { ApiTokens } from './api-tokens.service.js';
import { OrganisationSeat } from './organisation-seat.entity.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationsResolver } from './organisations/organisations.resolver.js';
import { Organisations } from './organisations/organisations.service.js';
import { Passwords } from './passwords.service.js';
import { PeopleResolver } from './people.resolver.js';
import { ListingResolver } from './listing/listing.resolver.js';
import { Listing } from './listing/listing.service.js';
import { People } from './people.service.js';
import { Profiles } from './profiles.service.js';
import { Person } from './person.entity.js';
import { Standings } from './standings.service.js';
import { Sessions } from './sessions.service.js';
import { SignInRequest } from './sign-in-request.entity.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignIn } from './sign-in.service.js';
import { SignInSession } from './sign-in-session.entity.js';
import { SignInSessionsResolver } from './sign-in-sessions.resolver.js';
import { ViewerResolver } from './viewer.resolver.js';
import { VocabularyChangesByResolver } from './vocabulary-changes.resolver.js';
import { keepsOfPeople } from '#platform/personal-data';
import { PEOPLE_DATA } from './people.personal-data.js';
import { forgets } from '#platform/retention';
import { canBeFound } from '#platform/searchables';
import { ORGANISATIONS_FOUND } from './people.searchables.js';

@Module({
  imports: [VocabularyModule, TypeOrmModule.forFeature([Person, Organisation, OrganisationSeat, SignInSession, SignInRequest, ApiToken])],
  providers: [
    canBeFound(ORGANISATIONS_FOUND),
    forgets({ kind: 'sessions', usual: 14, least: 1, most: 14, statements: ['delete from sign_in_session where last_seen_at < $1'] }),
    keepsOfPeople('people', PEOPLE_DATA),
    Accounts,
    ApiTokens,
    Organisations,
    OrganisationsResolver,
    Passwords,
    Listing,
    ListingResolver,
    People,
    PeopleResolver,
    Profiles,
    Sessions,
    SignIn,
    Standings,
    SignInResolver,
    SignInSessionsResolver,
    ViewerResolver,
    VocabularyChangesByResolver,
  ],
  exports: [Profiles, Organisations, Passwords, People, SignIn, Standings],
})
export class PeopleModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommunitiesModule } from '#domain/communities';
import { PeopleModule } from '#domain/people';
import { VocabularyModule } from '#domain/vocabulary';
import { keepsOfPeople } from '#platform/personal-data';
import { ExchangeMerging } from './exchange.merging.js';
import { EXCHANGE_DATA } from './exchange.personal-data.js';
import { IntroductionRoom } from './introductions/introduction-room.js';
import { Introduction } from './introductions/introduction.entity.js';
import { CommunityContactsResolver, CrossBorderContactsResolver, IntroductionsResolver } from './introductions/introductions.resolver.js';
import { Introductions } from './introductions/introductions.service.js';
import { Offer } from './offers/offer.entity.js';
import { OffersResolver } from './offers/offers.resolver.js';
import { Offers } from './offers/offers.service.js';
import { SuggestionsResolver } from './suggestions/suggestions.resolver.js';
import { Suggestions } from './suggestions/suggestions.service.js';
import { canBeFound } from '#platform/searchables';
import { OFFERS_FOUND } from './exchange.searchables.js';

@Module({
  imports: [TypeOrmModule.forFeature([Offer, Introduction]), PeopleModule, CommunitiesModule, VocabularyModule],
  providers: [
    canBeFound(OFFERS_FOUND),
    keepsOfPeople('exchange', EXCHANGE_DATA),
    ExchangeMerging,
    Offers,
    OffersResolver,
    Introductions,
    IntroductionRoom,
    IntroductionsResolver,
    CommunityContactsResolver,
    CrossBorderContactsResolver,
    Suggestions,
    SuggestionsResolver,
  ],
  exports: [Offers, Introductions],
})
export class ExchangeModule {}

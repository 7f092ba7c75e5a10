import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommunitiesModule } from '#domain/communities';
import { PeopleModule } from '#domain/people';
import { VocabularyModule } from '#domain/vocabulary';
import { keepsOfPeople } from '#platform/personal-data';
import { FacetWords } from './finding/facet-words.js';
import { SearchResolver } from './finding/search.resolver.js';
import { Search } from './finding/search.service.js';
import { GoToResolver } from './go-to/go-to.resolver.js';
import { GoTo } from './go-to/go-to.service.js';
import { SearchIndexListeners } from './index-keeping/search-index.listeners.js';
import { SearchIndex } from './index-keeping/search-index.service.js';
import { SavedSearchNews } from './saved/saved-search-news.js';
import { SavedSearch } from './saved/saved-search.entity.js';
import { SavedSearchesResolver } from './saved/saved-searches.resolver.js';
import { SavedSearches } from './saved/saved-searches.service.js';
import { SEARCH_DATA } from './search.personal-data.js';

@Module({
  imports: [PeopleModule, CommunitiesModule, VocabularyModule, TypeOrmModule.forFeature([SavedSearch])],
  providers: [
    keepsOfPeople('search', SEARCH_DATA),
    GoTo,
    GoToResolver,
    SearchIndex,
    SearchIndexListeners,
    Search,
    SearchResolver,
    FacetWords,
    SavedSearches,
    SavedSearchesResolver,
    SavedSearchNews,
  ],
  exports: [SearchIndex],
})
export class SearchModule {}

import './search.events.js';

export { SearchIndex } from './index-keeping/search-index.service.js';
export { SearchModule } from './search.module.js';
export { SavedSearchNews } from './saved/saved-search-news.js';

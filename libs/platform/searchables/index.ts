export { canBeFound, Searchables, type Searchable, type SearcherSql } from './searchables.js';
export { SearchablesModule } from './searchables.module.js';

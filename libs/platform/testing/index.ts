export { cloneDatabase, dropDatabase } from './clone-database.js';
export { TestClock } from './test-clock.js';
export { StatementCounter } from './statement-counter.js';

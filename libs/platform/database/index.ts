export { Database, onConstraint, type Statement, storingKey, type Tx } from './database.js';
export { SnakeNaming } from './naming.js';
export { DatabaseModule } from './database.module.js';
export { dataSourceOptions, migrate, revertAll, unknownMigrations, type MigrationClass } from './data-source.js';

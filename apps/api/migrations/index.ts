import type { MigrationClass } from '#platform/database';
import { Platform1763740000000 } from './1763740000000-platform.js';
import { People1763741000000 } from './1763741000000-people.js';

/** One linear history, oldest first. */
export const migrations: MigrationClass[] = [Platform1763740000000, People1763741000000];

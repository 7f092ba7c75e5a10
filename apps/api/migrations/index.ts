import type { MigrationClass } from '#platform/database';
import { Platform1763740000000 } from './1763740000000-platform.js';

/** One linear history, oldest first. */
export const migrations: MigrationClass[] = [Platform1763740000000];

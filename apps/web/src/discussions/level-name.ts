import type { LevelName } from '../design/level.js';
import type { ConfidentialityLevel } from '../gql/discussions/graphql.js';

/** How the design calls a level of the API. */
export const levelName = (level: ConfidentialityLevel): LevelName => (level === 'PUBLIC' ? 'public' : 'community');

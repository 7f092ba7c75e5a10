import type { LevelName } from '../design/level.js';
import type { ConfidentialityLevel } from '../gql/discussions/graphql.js';

/** How the design calls a level of the API. */
export const levelName = (level: ConfidentialityLevel): LevelName => names[level];

const names: Record<ConfidentialityLevel, LevelName> = {
  PUBLIC: 'public',
  COMMUNITY: 'community',
  GROUP: 'group',
  UNATTRIBUTED: 'unattributed',
  OFF_RECORD: 'off',
};

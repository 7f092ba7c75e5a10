import { IconArrowsExchange, IconBuildingBank, IconCopy, IconMap2, IconUserHeart, type TablerIcon } from '@tabler/icons-react';
import type { Viewer } from './viewer.js';

/** What stands in the library beside the communities. */
const library = [
  ['/directory', 'directory', IconMap2],
  ['/exchange', 'exchange', IconArrowsExchange],
  ['/introductions', 'introductions', IconUserHeart],
  ['/positions', 'positions', IconBuildingBank],
  ['/templates', 'templates', IconCopy],
] as const satisfies [string, string, TablerIcon][];

/** The address of a part of the library. */
export type LibraryPath = (typeof library)[number][0];

/** Whether an address is of the library, or of something in it. */
export const inLibrary = (path: string): boolean => library.some(([to]) => path === to || path.startsWith(`${to}/`));

/** The library as one person uses it: templates are for those who start communities from them. */
export const libraryOf = (viewer: Viewer) =>
  library.filter(([to]) => to !== '/templates' || viewer.memberships.some(({ role }) => role === 'COORDINATOR'));

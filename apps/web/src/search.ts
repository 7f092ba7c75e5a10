/** What the addresses of screens may carry after the question mark: texts, of known names; anything else is dropped. */
const texts =
  <Name extends string>(...names: Name[]) =>
  (search: Record<string, unknown>): { [N in Name]?: string } => {
    const kept: { [N in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') kept[name] = value;
      else if (typeof value === 'number') kept[name] = String(value);
    }
    return kept;
  };

/** Filters of the directory of communities. */
export const directorySearch = texts('text', 'theme', 'level', 'country', 'language', 'kind', 'order', 'mine', 'archived');
/** The community that a template is made from. */
export const newTemplateSearch = texts('from');
/** The template of a new cohort. */
export const newCohortSearch = texts('template');
/** Two versions of a charter. */
export const charterSearch = texts('version', 'compare');
/** The period of a report. */
export const reportSearch = texts('from', 'until');
/** Which community another becomes part of. */
export const mergeSearch = texts('into');
/** What a new community becomes a part of. */
export const newCommunitySearch = texts('parent');
/** Which month or list the calendar shows. */
export const calendarSearch = texts('view', 'month', 'community');
/** The need a new session answers, and the group it is for. */
export const scheduleSearch = texts('need', 'group');
/** The group in which something begins. */
export const placeSearch = texts('group');
/** The group in which a discussion begins, and what it is for. */
export const newThreadSearch = texts('group', 'kind');
/** Of which kind a list of discussions is. */
export const threadsSearch = texts('kind');
/** Which sessions a community's list shows. */
export const sessionsSearch = texts('time');
/** Which version of a position is open, beside which other. */
export const positionSearch = texts('view', 'version', 'compare');
/** What the inbox shows. */
export const inboxSearch = texts('show');
/** Where members are filtered by. */
export const membersSearch = texts('role', 'show');
/** Whose fees are shown, for which time, and which of them. */
export const feesSearch = texts('period', 'of', 'state');
/** How something names one. */
export const namedSearch = texts('kind');
/** The way back from a deletion, or when it happens. */
export const keepAccountSearch = texts('token', 'leaving');
/** What the lists of the administration are narrowed by. */
export const adminSearch = texts('text', 'state', 'show');
/** Which acts the audit trail shows. */
export const auditSearch = texts('about');
/** Filters of the directory of organisations, communities and people. */
export const whoSearch = texts('what', 'text', 'theme', 'group', 'type', 'level', 'country', 'language', 'map');
/** What is looked for, and what narrows it. */
export const everythingSearch = texts('q', 'kind', 'community', 'year', 'language', 'theme', 'order', 'saved');
/** Which offers and asks are shown. */
export const exchangeSearch = texts('show', 'kind', 'theme', 'country');
/** Where to go after signing in. */
export const signInSearch = texts('returnTo', 'way');
/** The secret of a sign-in link. */
export const linkSearch = texts('token');

/** A path of this site, or home: a link from outside must not lead away. */
export const safeReturn = (path: string | null | undefined): string => (path && /^\/(?![/\\])/.test(path) ? path : '/');

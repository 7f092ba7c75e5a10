import type { TFunction } from 'i18next';
import type { AuditLineFragment } from '../gql/oversight/graphql.js';

/** Which acts one asks for together. */
export const auditGroups = {
  aboutMembers: [
    'communities.role-changed',
    'communities.member-removed',
    'communities.coordinator-left',
    'communities.coordinator-appointed',
    'communities.handover-begun',
    'communities.handover-withdrawn',
    'communities.handover-accepted',
  ],
  aboutInvitations: [
    'communities.invited',
    'communities.invitation-revoked',
    'communities.invitation-accepted',
    'communities.guest-invited',
    'communities.guest-ended',
    'communities.request-accepted',
    'communities.request-declined',
  ],
  aboutRules: [
    'communities.created',
    'communities.edited',
    'communities.fee-rule-changed',
    'communities.fees-noted',
    'communities.merged-into',
    'communities.merged-from',
    'communities.archived',
    'communities.revived',
    'communities.petition-threshold-set',
    'communities.template-created',
    'communities.template-edited',
    'communities.template-retired',
    'communities.cohort-started',
  ],
  aboutTies: [
    'communities.tie-proposed',
    'communities.tie-taken-back',
    'communities.tie-agreed',
    'communities.tie-declined',
    'communities.tie-ended',
    'communities.tie-other-side',
    'communities.partner-added',
    'communities.petition-reached',
    'communities.petition-granted',
    'communities.petition-refused',
  ],
  aboutOrganisations: [
    'communities.seats-granted',
    'communities.seat-ended',
    'communities.mandate-given',
    'communities.mandate-taken',
    'communities.organisation-verified',
    'communities.organisation-doubted',
  ],
  aboutExports: ['communities.organisations-exported', 'communities.members-exported'],
  aboutContent: ['discussions.post-removed', 'discussions.post-restored', 'advocacy.position-decided', 'advocacy.position-published'],
} as const;

/** The same for what concerns the whole server. */
export const platformAuditGroups = {
  aboutAdministration: [
    'oversight.person-suspended',
    'oversight.person-unsuspended',
    'oversight.sessions-ended',
    'oversight.administrator-made',
    'oversight.administrator-unmade',
    'oversight.coordinator-appointed',
    'oversight.coordinators-written-to',
    'oversight.retention-changed',
    'oversight.job-retried',
    'people.first-administrator',
  ],
  aboutOrganisations: [
    'communities.organisation-verified',
    'communities.organisation-doubted',
    'communities.organisation-person-confirmed',
    'communities.organisation-person-removed',
  ],
  aboutExports: ['communities.organisations-exported'],
  aboutAccounts: [
    'privacy.download-asked',
    'privacy.deletion-asked',
    'privacy.deletion-withdrawn',
    'privacy.deleted',
    'privacy.deleted-again',
  ],
} as const;

type Words = TFunction<'oversight'>;

/** The changed rules of a community in words, with commas. */
function rules(t: Words, facts: Map<string, string>, locale: string): string {
  const changed: string[] = [];
  const visibility = facts.get('visibility') as 'PUBLIC' | 'MEMBERS' | undefined;
  const joinPolicy = facts.get('joinPolicy') as 'OPEN' | 'ON_REQUEST' | 'BY_INVITATION' | 'BY_ORGANISATION' | 'NO_LIST' | undefined;
  const charter = facts.get('charterVersion');
  if (visibility) changed.push(t(`rules.visibility.${visibility}`));
  if (joinPolicy) changed.push(t(`rules.joinPolicy.${joinPolicy}`));
  if (charter) changed.push(t('rules.charterVersion', { version: Number(charter) }));
  return new Intl.ListFormat(locale).format(changed);
}

/** One entry of the audit trail as a sentence. */
export function auditSentence(t: Words, entry: AuditLineFragment, locale: string): string {
  const facts = new Map(entry.details.map(({ name, value }) => [name, value]));
  const role = (name: string) => {
    const value = facts.get(name);
    return value ? t(`roles.${value as 'MEMBER'}`, { defaultValue: value }) : '';
  };
  const what = facts.get('what');
  const words = {
    who: entry.actor?.name ?? t('audit.server'),
    whom: entry.person?.name ?? t('audit.someone'),
    role: role('role'),
    from: role('from'),
    what: what ? t(`tieActs.${what as 'AGREED'}`) : rules(t, facts, locale),
    version: Number(facts.get('version') ?? 0),
    act: entry.act,
    count: Number(facts.get('count') ?? facts.get('days') ?? 0),
    queue: facts.get('queue') ?? '',
    kind: facts.get('kind') ?? '',
  };
  // An act of a newer server, before this page was loaded again, still has its name.
  return t(`acts.${entry.act}` as 'acts.communities.created', { ...words, defaultValue: t('acts.other', words) });
}

/** What was done to me, in a few words: for the page that says where I am named. */
export const namedActWords = (t: Words, act: string): string =>
  t(`namedActs.${act}` as 'namedActs.communities.role-changed', { defaultValue: t('namedActs.other') });

import type { TFunction } from 'i18next';
import type { AuditLineFragment } from '../gql/oversight/graphql.js';

/** Which acts one asks for together. */
export const auditGroups = {
  aboutMembers: [
    'communities.role-changed',
    'communities.member-removed',
    'communities.coordinator-left',
    'communities.coordinator-appointed',
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
  ],
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
  const joinPolicy = facts.get('joinPolicy') as 'OPEN' | 'ON_REQUEST' | 'BY_INVITATION' | undefined;
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
  const words = {
    who: entry.actor?.name ?? t('audit.server'),
    whom: entry.person?.name ?? t('audit.someone'),
    role: role('role'),
    from: role('from'),
    what: rules(t, facts, locale),
    act: entry.act,
    count: Number(facts.get('count') ?? facts.get('days') ?? 0),
    queue: facts.get('queue') ?? '',
    kind: facts.get('kind') ?? '',
  };
  // An act that a newer part of the server notes still has its name.
  return t(`acts.${entry.act}` as 'acts.communities.created', { ...words, defaultValue: t('acts.other', words) });
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.js';

/** Where this page hangs: every item is a link, the page itself is the heading below. */
export function Crumb({ children }: { children: ReactNode[] | ReactNode }) {
  const { t } = useTranslation();
  const items = Array.isArray(children) ? children.filter(Boolean) : [children];
  return (
    <nav className="crumb" aria-label={t('crumb')}>
      {items.map((item, i) => (
        <span key={i} className="flex">
          {i > 0 && <span aria-hidden>/</span>}
          {item}
        </span>
      ))}
    </nav>
  );
}

/** The counts that the tabs of a community show. */
export type CommunityCounts = { threadCount?: number; sessionCount?: number; positionCount?: number };

type CommunityPath = `/c/$slug${'' | '/discussions' | '/sessions' | '/positions' | '/groups' | '/members' | '/settings'}`;

/** The parts of a community, as links: every view has its address. */
export function CommunityTabs({
  slug,
  name,
  counts = {},
  isMember,
  canEdit,
}: {
  slug: string;
  name: string;
  counts?: CommunityCounts;
  isMember?: boolean;
  canEdit?: boolean;
}) {
  const { t } = useTranslation();
  const { locale } = useLanguage();
  const tabs: [CommunityPath, string, number?][] = [
    ['/c/$slug', t('communityTabs.overview')],
    ['/c/$slug/discussions', t('communityTabs.discussions'), counts.threadCount],
    ['/c/$slug/sessions', t('communityTabs.sessions'), counts.sessionCount],
    ['/c/$slug/positions', t('communityTabs.positions'), counts.positionCount],
    ...(isMember ? [['/c/$slug/groups', t('communityTabs.groups')] satisfies [CommunityPath, string]] : []),
    ['/c/$slug/members', t('communityTabs.members')],
  ];
  if (canEdit) tabs.push(['/c/$slug/settings', t('communityTabs.settings')]);
  return (
    <nav className="ctabs" aria-label={name}>
      {tabs.map(([to, label, count]) => (
        <Link key={to} to={to} params={{ slug }} activeOptions={{ exact: to === '/c/$slug' }} activeProps={{ 'aria-current': 'page' }}>
          {label}
          {!!count && <span className="n num">{new Intl.NumberFormat(locale).format(count)}</span>}
        </Link>
      ))}
    </nav>
  );
}

import { useQuery } from '@apollo/client/react';
import { Link, Navigate, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Level } from '../design/level.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { CommunityTabs, Crumb } from '../design/way.js';
import { CommunityBySlugDocument, type CommunityHeadFragment } from '../gql/communities/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { Standing } from './family/standing.js';
import { movedTo } from './merging/moved.js';
import { MembershipButton } from './membership-button.js';
import './communities.css';

/** A community as the head of its pages knows it. */
export type CommunityHead = CommunityHeadFragment;

/** The head and the tabs that every page of a community has; its part of the page comes below. */
export function CommunityFrame({
  slug,
  title,
  children,
}: {
  slug: string;
  title?: string;
  children: (community: CommunityHead) => ReactNode;
}) {
  const { t } = useTranslation('communities');
  const found = useQuery(CommunityBySlugDocument, { variables: { slug } });
  const name = found.data?.community.name;
  return (
    <Page title={[title, name].filter(Boolean).join(' · ') || t('titles.community')}>
      <Loaded query={found}>
        {({ community }) => (
          <>
            <Moved community={community} />
            <Head community={community} isWhole={!title} />
            <div className="undertabs">{children(community)}</div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Old addresses of a community that became part of another lead there. */
function Moved({ community }: { community: CommunityHead }) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const to = community.mergedInto && movedTo(path, community.slug, community.mergedInto.slug);
  return to ? <Navigate to={to} replace /> : null;
}

function Head({ community, isWhole }: { community: CommunityHead; isWhole: boolean }) {
  const { locale } = useLanguage();
  const { t } = useTranslation(['communities', 'shell', 'family']);
  const head = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the tabs scroll sideways: the present one must be in sight.
    const tab = head.current?.querySelector('.ctabs [aria-current=page]')?.getBoundingClientRect();
    const tabs = head.current?.querySelector('.ctabs');
    const room = tabs?.getBoundingClientRect();
    if (tab && room) tabs!.scrollBy({ left: tab.left + tab.width / 2 - room.left - room.width / 2 });
  }, []);
  const facts = [t(`kind.${community.kind}`), t(`level.${community.level}`)];
  if (community.coordinatedBy) facts.push(t('head.by', { organisation: community.coordinatedBy }));
  if (community.foundedYear)
    facts.push(t('head.since', { year: new Intl.NumberFormat(locale, { useGrouping: false }).format(community.foundedYear) }));
  if (community.languages.length > 0) facts.push(t('head.languages', { count: community.languages.length }));
  return (
    <header className="communityhead" ref={head}>
      <div className="flex between top wrap">
        <div className="stack g1 grow headwords">
          <Crumb>
            <Link key="all" to="/communities">
              {t('titles.directory')}
            </Link>
            {community.parent && (
              <Link key="parent" to="/c/$slug" params={{ slug: community.parent.slug }}>
                <bdi>{community.parent.name}</bdi>
              </Link>
            )}
          </Crumb>
          <h1 className="record">
            <bdi>{community.name}</bdi>
          </h1>
          {isWhole && community.nameLocal && (
            <p className="record ink2">
              <bdi>{community.nameLocal}</bdi>
            </p>
          )}
          {isWhole && (
            <p className="small ink2">
              {facts.join(' · ')}
              {community.sourceUrl && (
                <>
                  {' · '}
                  <a href={community.sourceUrl} rel="noreferrer noopener nofollow">
                    {t('head.source')}
                  </a>
                </>
              )}
            </p>
          )}
          {isWhole && <Standing community={community} />}
          {isWhole && community.isDemo && <p className="demo">{t('head.demo')}</p>}
        </div>
        <div className="flex wrap headacts">
          <Level level={community.visibility === 'PUBLIC' ? 'public' : 'community'} community={community.name} />
          <MembershipButton community={community} />
        </div>
      </div>
      {!isWhole && community.archivedAt && <Standing community={community} />}
      <CommunityTabs
        slug={community.slug}
        name={community.name}
        counts={community}
        isMember={!!community.viewerMembership}
        canEdit={community.viewerCan.includes('EDIT')}
      />
    </header>
  );
}

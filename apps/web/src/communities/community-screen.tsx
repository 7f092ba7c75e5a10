import { useQuery } from '@apollo/client/react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Columns } from '../design/page.js';
import { Loaded } from '../design/loaded.js';
import { OverviewDocument } from '../gql/communities/graphql.js';
import { listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { CommunityFrame, type CommunityHead } from './community-frame.js';
import { Charter } from './charter.js';
import { Contact } from './contact.js';
import { FamilyPart } from './family/family-part.js';
import { MyFees } from './fees/my-fees.js';
import { NextSession } from './next-session.js';
import { OpenPositions } from './open-positions.js';
import { Pulse } from './pulse.js';
import { TalkedAbout } from './talked-about.js';
import { TakingPart } from './support/community-support.js';
import { Beginnings } from './templates/beginnings.js';
import { WelcomeCard } from './welcome/welcome-card.js';

/** What this community is, whether it is alive, and what it does now. */
export function CommunityScreen() {
  const { slug } = useParams({ from: '/c/$slug' });
  return <CommunityFrame slug={slug}>{(community) => <Overview community={community} />}</CommunityFrame>;
}

function Overview({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('communities');
  const { locale } = useLanguage();
  const found = useQuery(OverviewDocument, { variables: { slug: community.slug } });
  const mayRead = community.viewerCan.includes('READ_CONTENT');
  return (
    <Loaded query={found}>
      {({ community: overview }) => (
        <div className="sections">
          {community.viewerMembership && <WelcomeCard community={community} />}
          {community.viewerMembership && <MyFees community={community} />}
          <div className="stack g2">
            <p className="measure" dir="auto">
              {overview.summary}
            </p>
            {overview.themes.length > 0 && (
              <p className="small ink2">
                {listText(
                  overview.themes.map(({ label }) => label),
                  locale,
                )}
              </p>
            )}
          </div>
          <TakingPart community={community} />
          <Charter charter={overview.charter} slug={community.slug} mayPetition={Boolean(community.viewerMembership)} />
          <Beginnings slug={community.slug} />
          <FamilyPart slug={community.slug} />
          <Columns
            aside={
              <>
                {mayRead && <NextSession community={community} />}
                {mayRead && <Pulse weeks={overview.pulse} />}
                <Contact
                  coordinators={overview.members.nodes}
                  slug={community.slug}
                  memberCount={overview.memberCount}
                  organisationCount={overview.organisationCount}
                />
              </>
            }
          >
            {mayRead ? (
              <div className="sections">
                <OpenPositions community={community} />
                <TalkedAbout community={community} />
              </div>
            ) : (
              <p className="ink2">{t('overview.closed')}</p>
            )}
          </Columns>
        </div>
      )}
    </Loaded>
  );
}

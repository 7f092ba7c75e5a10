import { useQuery } from '@apollo/client/react';
import { Button, SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { Empty } from '../design/states.js';
import { MembersDocument, type MembershipRole } from '../gql/communities/graphql.js';
import { CommunitySeats } from '../organisations/community-seats.js';
import { roles } from './choices.js';
import { CommunityFrame, type CommunityHead } from './community-frame.js';
import { Requests } from './doors/requests.js';
import { Newcomers } from './welcome/newcomers.js';
import { ContactOffer } from './welcome/contact-offer.js';
import { MemberRow } from './member-row.js';

const pageSize = 50;

/** Who is here, for which organisation and in which role; and who stands at the door. */
export function MembersScreen() {
  const { t } = useTranslation('communities');
  const { slug } = useParams({ from: '/c/$slug/members' });
  return (
    <CommunityFrame slug={slug} title={t('titles.members')}>
      {(community) => (
        <div className="sections">
          {community.viewerCan.includes('ANSWER_REQUESTS') && <Requests community={community} />}
          {community.viewerCan.includes('INVITE') && <Newcomers community={community} />}
          <CommunitySeats community={community} />
          <Members community={community} />
        </div>
      )}
    </CommunityFrame>
  );
}

function Members({ community }: { community: CommunityHead }) {
  const { t } = useTranslation(['communities', 'doors', 'fees', 'insights', 'shell']);
  const navigate = useNavigate();
  const search = useSearch({ from: '/c/$slug/members' });
  const role: MembershipRole | undefined = roles.find((one) => one === search.role);
  const found = useQuery(MembersDocument, { variables: { slug: community.slug, first: pageSize, ...(role && { role }) } });
  const shown = { ...found, data: found.data ?? found.previousData };
  return (
    <section aria-labelledby="members">
      <div className="flex between wrap base">
        <h2 id="members">{t('titles.members')}</h2>
        <Link to="/c/$slug/mandates" params={{ slug: community.slug } as never}>
          {t('mandates')}
        </Link>
        {found.data && (
          <p className="small ink2">
            {t('members.count', { count: found.data.community.memberCount })} ·{' '}
            {t('members.organisations', { count: found.data.community.organisationCount })}
          </p>
        )}
        {community.viewerCan.includes('ANSWER_REQUESTS') && (
          <Link className="small" to="/c/$slug/health" params={{ slug: community.slug }}>
            {t('insights:link')}
          </Link>
        )}
        {community.viewerCan.includes('EDIT') && (
          <Link className="small" to="/c/$slug/fees" params={{ slug: community.slug }}>
            {t('fees:link')}
          </Link>
        )}
        {community.viewerCan.includes('INVITE') && (
          <Button component={Link} to="/c/$slug/members/invite" params={{ slug: community.slug } as never}>
            {t('doors:invite')}
          </Button>
        )}
      </div>
      {community.joinPolicy !== 'NO_LIST' && (
        <SegmentedControl
          my="md"
          style={{ maxWidth: '100%', overflowX: 'auto' }}
          aria-label={t('members.role')}
          value={role ?? 'ALL'}
          onChange={(chosen) =>
            void navigate({
              to: '/c/$slug/members',
              params: { slug: community.slug },
              search: { ...search, role: chosen === 'ALL' ? undefined : chosen },
              replace: true,
            })
          }
          data={[{ value: 'ALL', label: t('members.all') }, ...roles.map((value) => ({ value, label: t(`members.${value}`) }))]}
        />
      )}
      {community.joinPolicy === 'NO_LIST' && (
        <p className="measure ink2" style={{ marginBlock: '1rem' }}>
          {t('members.noList')}
        </p>
      )}
      {community.viewerMembership && <ContactOffer community={community} />}
      <Loaded query={shown} shape="list">
        {({ community: { members } }) =>
          members.nodes.length === 0 && community.joinPolicy === 'NO_LIST' ? null : members.nodes.length === 0 ? (
            <Empty title={t(role ? 'members.noneOfRole' : 'members.hidden')}>{role ? null : t('members.hiddenWhy')}</Empty>
          ) : (
            <>
              <ul className="plain">
                {members.nodes.map((member) => (
                  <MemberRow key={member.id} member={member} community={community} />
                ))}
              </ul>
              <More query={found} pageInfo={members.pageInfo} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

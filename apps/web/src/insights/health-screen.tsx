import { useQuery } from '@apollo/client/react';
import { Checkbox } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommunityFrame, type CommunityHead } from '../communities/community-frame.js';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { WriteTrouble } from '../design/states.js';
import { CommunityHealthDocument, ShareCommunityHealthDocument, type HealthPartsFragment } from '../gql/insights/graphql.js';
import { MixSection } from './mix-section.js';
import { Months, Weeks } from './rhythm.js';
import './insights.css';

/** How a community stands: who is in it, who is missing, its rhythm, what it has to draw on. */
export function HealthScreen() {
  const { t } = useTranslation('insights');
  const { slug } = useParams({ from: '/c/$slug/health' });
  return (
    <CommunityFrame slug={slug} title={t('title')}>
      {(community) => <Health community={community} />}
    </CommunityFrame>
  );
}

function Health({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('insights');
  const found = useQuery(CommunityHealthDocument, { variables: { communityId: community.id } });
  return (
    <Loaded query={found} shape="text">
      {({ communityHealth: health }) => (
        <div className="sections">
          <div className="stack g2">
            <h2>{t('title')}</h2>
            <p className="measure ink2">{t('why')}</p>
            {health.viewerMayEdit && (
              <p>
                <Link to="/c/$slug/report" params={{ slug: community.slug }}>
                  {t('report')}
                </Link>
              </p>
            )}
            {health.viewerMayEdit && <Sharing health={health} />}
          </div>
          <section aria-labelledby="mixes" className="stack g4">
            <h2 id="mixes">{t('mixes.title')}</h2>
            <div className="mixes">
              {health.mixes.map((mix) => (
                <MixSection key={mix.mix} mix={mix} communityId={health.id} mayEdit={health.viewerMayEdit} />
              ))}
            </div>
          </section>
          <Weeks weeks={health.weeks} />
          <Months months={health.months} />
          <Repertoire health={health} />
        </div>
      )}
    </Loaded>
  );
}

function Sharing({ health }: { health: HealthPartsFragment }) {
  const { t } = useTranslation('insights');
  const { write, isWriting, failure } = useWrite(ShareCommunityHealthDocument, { keyed: false });
  return (
    <>
      <Checkbox
        label={t('forMembers')}
        description={t('forMembersWhy')}
        checked={health.isForMembers}
        disabled={isWriting}
        onChange={({ currentTarget }) => void write({ communityId: health.id, isForMembers: currentTarget.checked })}
      />
      <WriteTrouble failure={failure} />
    </>
  );
}

function Repertoire({ health }: { health: HealthPartsFragment }) {
  const { t } = useTranslation('insights');
  const { threads, needs, sessions, positions } = health.repertoire;
  const { crossBorder } = health;
  return (
    <section aria-labelledby="repertoire" className="stack g3">
      <h2 id="repertoire">{t('repertoire.title')}</h2>
      <ul>
        <li>{t('repertoire.threads', { count: threads })}</li>
        <li>{t('repertoire.needs', { count: needs })}</li>
        <li>{t('repertoire.sessions', { count: sessions })}</li>
        <li>{t('repertoire.positions', { count: positions })}</li>
      </ul>
      <p className="measure">
        {crossBorder.across === null
          ? t('crossBorder.few', { count: crossBorder.threads })
          : t('crossBorder.across', { count: crossBorder.threads, across: crossBorder.across })}
      </p>
    </section>
  );
}

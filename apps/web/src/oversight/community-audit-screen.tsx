import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommunityFrame } from '../communities/community-frame.js';
import { Empty } from '../design/states.js';
import { AuditList } from './audit-list.js';
import { auditGroups } from './audit-words.js';

/** Who did what in governing a community: for its coordinators. */
export function CommunityAuditScreen() {
  const { t } = useTranslation('oversight');
  const { slug } = useParams({ from: '/c/$slug/audit' });
  return (
    <CommunityFrame slug={slug} title={t('audit.title')}>
      {(community) =>
        community.viewerCan.includes('READ_AUDIT') ? (
          <>
            <h2>{t('audit.title')}</h2>
            <p className="ink2 measure">{t('audit.intro')}</p>
            <AuditList communityId={community.id} groups={auditGroups} />
          </>
        ) : (
          <Empty title={t('audit.notYours')} />
        )
      }
    </CommunityFrame>
  );
}

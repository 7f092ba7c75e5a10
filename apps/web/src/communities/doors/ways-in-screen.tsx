import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../design/states.js';
import { CommunityFrame } from '../community-frame.js';
import { InvitationLinks } from './invitation-links.js';
import { InvitationsByMail } from './invitations-by-mail.js';
import { JoinQuestionsForm } from './join-questions-form.js';
import { WelcomeForm } from '../welcome/welcome-form.js';
import './doors.css';

/** All ways into a community, for those who open them: by mail, by link, by asking. */
export function WaysInScreen() {
  const { t } = useTranslation('doors');
  const { slug } = useParams({ from: '/c/$slug/members/invite' });
  return (
    <CommunityFrame slug={slug} title={t('title')}>
      {(community) =>
        community.viewerCan.includes('INVITE') ? (
          <div className="sections narrowform">
            <InvitationsByMail community={community} />
            <InvitationLinks community={community} />
            {community.viewerCan.includes('EDIT') && <JoinQuestionsForm community={community} />}
            {community.viewerCan.includes('EDIT') && <WelcomeForm community={community} />}
          </div>
        ) : (
          <Empty title={t('notYours')}>{t('notYoursWhy')}</Empty>
        )
      }
    </CommunityFrame>
  );
}

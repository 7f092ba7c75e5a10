import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../design/states.js';
import { CommunityFrame, type CommunityHead } from '../community-frame.js';
import { ListPicker } from './list-picker.js';
import { ListProgress } from './list-progress.js';
import { ListRows } from './list-rows.js';
import { useInvitationList } from './use-invitation-list.js';
import './doors.css';

/** Inviting by a list: choose or paste it, see each line as it was read, mend, send. */
export function InvitationListScreen() {
  const { t } = useTranslation('doors');
  const { slug } = useParams({ from: '/c/$slug/members/invite/list' });
  return (
    <CommunityFrame slug={slug} title={t('list.title')}>
      {(community) =>
        community.viewerCan.includes('INVITE') ? <List community={community} /> : <Empty title={t('notYours')}>{t('notYoursWhy')}</Empty>
      }
    </CommunityFrame>
  );
}

function List({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('doors');
  const list = useInvitationList(community.id);
  return (
    <div className="sections">
      <section aria-labelledby="list" className="stack g4 narrowform">
        <div className="stack g1">
          <h2 id="list">{t('list.title')}</h2>
          <p className="small ink2">{t('list.why')}</p>
        </div>
        <ListPicker list={list} />
      </section>
      {list.sent && <ListProgress listId={list.sent.id} personal={list.sent} slug={community.slug} />}
      {list.rows.length > 0 && <ListRows list={list} />}
    </div>
  );
}

import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { Empty, WriteTrouble } from '../../design/states.js';
import { FoundGroupDocument } from '../../gql/communities/graphql.js';
import { CommunityFrame, type CommunityHead } from '../community-frame.js';
import { useKeptForm } from '../use-kept-form.js';
import { GroupFields, groupFields, type GroupText } from './group-fields.js';
import '../communities.css';
import './groups.css';

const first: GroupText = { name: '', purpose: '', isHidden: false, joinPolicy: 'BY_INVITATION' };

/** Where a group begins; who founds it keeps it. */
export function NewGroupScreen() {
  const { t } = useTranslation('groups');
  const { slug } = useParams({ from: '/c/$slug/groups/new' });
  return (
    <CommunityFrame slug={slug} title={t('found.title')}>
      {(community) =>
        community.viewerCan.includes('FOUND_GROUP') ? (
          <FoundForm community={community} />
        ) : (
          <Empty title={t('found.notYou')}>{t('found.notYouWhy')}</Empty>
        )
      }
    </CommunityFrame>
  );
}

function FoundForm({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('groups');
  const navigate = useNavigate();
  const { text, change, forget } = useKeptForm(`group:${community.id}`, first);
  const { write, isWriting, failure } = useWrite(FoundGroupDocument);
  const found = async (event: FormEvent) => {
    event.preventDefault();
    const input = { ...text, name: text.name.trim(), purpose: text.purpose.trim(), communityId: community.id };
    const data = await write(input, {
      update: (cache) => void cache.evict({ id: cache.identify({ __typename: 'Community', id: community.id })!, fieldName: 'groups' }),
    });
    if (!data) return;
    forget();
    await navigate({ to: '/c/$slug/groups/$groupId', params: { slug: community.slug, groupId: data.foundGroup.id } });
  };
  return (
    <form className="stack g6 groupform" noValidate onSubmit={(event) => void found(event)}>
      <div className="stack g1">
        <h2>{t('found.title')}</h2>
        <p className="ink2 measure">{t('found.intro')}</p>
      </div>
      <GroupFields text={text} onChange={change} errors={failure?.fields ?? {}} />
      <WriteTrouble failure={failure} shownFields={groupFields} />
      <div>
        <Button type="submit" loading={isWriting}>
          {t('found.create')}
        </Button>
      </div>
    </form>
  );
}

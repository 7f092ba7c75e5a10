import { useQuery } from '@apollo/client/react';
import { Button, Select, TextInput } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/states.js';
import { MergePreviewDocument, MergeTargetsDocument } from '../../gql/communities/graphql.js';
import { useViewer } from '../../shell/viewer.js';
import { CommunityFrame, type CommunityHead } from '../community-frame.js';
import { slugIn } from '../family/tie-forms.js';
import { MergePreview } from './merge-preview.js';
import './merging.css';

/** One community becomes part of another: choose which, read what would happen, do it. */
export function MergeScreen() {
  const { t } = useTranslation('merging');
  const { slug } = useParams({ from: '/c/$slug/merge' });
  return (
    <CommunityFrame slug={slug} title={t('title')}>
      {(community) => <Merge community={community} />}
    </CommunityFrame>
  );
}

function Merge({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('merging');
  const { into } = useSearch({ from: '/c/$slug/merge' });
  const viewer = useViewer();
  if (!viewer?.isAdministrator && !community.viewerCan.includes('EDIT')) return <Empty title={t('notYours')}>{t('notYoursWhy')}</Empty>;
  return (
    <div className="sections">
      <section aria-labelledby="merge" className="stack g4 narrowform">
        <h2 id="merge">{t('titleOf', { community: community.name })}</h2>
        <p>{t('what')}</p>
        <Target community={community} into={into} isAdministrator={viewer?.isAdministrator === true} />
      </section>
      {into && <Preview key={into} communityId={community.id} into={into} />}
    </div>
  );
}

function Target({ community, into, isAdministrator }: { community: CommunityHead; into: string | undefined; isAdministrator: boolean }) {
  const { t } = useTranslation('merging');
  const navigate = useNavigate();
  const [address, setAddress] = useState('');
  const mine = useQuery(MergeTargetsDocument).data?.communities.nodes ?? [];
  const choices = mine.filter(({ id, archivedAt, viewerCan }) => id !== community.id && !archivedAt && viewerCan.includes('EDIT'));
  const choose = (slug: string | null) =>
    void navigate({ to: '/c/$slug/merge', params: { slug: community.slug }, search: slug ? { into: slug } : {}, replace: true });
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim()) choose(slugIn(address));
  };
  return (
    <>
      {(choices.length > 0 || !isAdministrator) && (
        <Select
          label={t('target.label')}
          description={t('target.why')}
          placeholder={t('target.choose')}
          nothingFoundMessage={t('target.none')}
          searchable={choices.length > 7}
          data={choices.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={choices.some(({ slug }) => slug === into) ? into : null}
          onChange={choose}
        />
      )}
      {isAdministrator && (
        <form className="stack g3" onSubmit={look} noValidate>
          <TextInput
            label={t('target.address')}
            description={t('target.addressWhy')}
            dir="ltr"
            value={address}
            placeholder={into ?? '/c/…'}
            onChange={({ currentTarget }) => setAddress(currentTarget.value)}
          />
          <div>
            <Button type="submit" variant="default">
              {t('target.look')}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}

function Preview({ communityId, into }: { communityId: string; into: string }) {
  const found = useQuery(MergePreviewDocument, { variables: { communityId, intoSlug: into }, fetchPolicy: 'network-only' });
  return (
    <Loaded query={found} shape="list">
      {({ mergePreview }) => <MergePreview preview={mergePreview} />}
    </Loaded>
  );
}

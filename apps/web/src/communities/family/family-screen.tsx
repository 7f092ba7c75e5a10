import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { Loaded } from '../../design/loaded.js';
import { WriteTrouble } from '../../design/states.js';
import { DetachCommunityDocument, FamilyDocument, OpenCircleDocument, type FamilyPartsFragment } from '../../gql/communities/graphql.js';
import { ViewerDocument } from '../../gql/shell/graphql.js';
import { CommunityFrame } from '../community-frame.js';
import { Closing } from './closing.js';
import { CameHere } from '../merging/came-here.js';
import { FamilyTree } from './family-tree.js';
import { Cohorts } from '../templates/beginnings.js';
import { TieForms } from './tie-forms.js';
import { Ties } from './ties.js';

/** What a community hangs together with: parent, parts, circle, partners; and its end. */
export function FamilyScreen() {
  const { t } = useTranslation('family');
  const { slug } = useParams({ from: '/c/$slug/family' });
  const found = useQuery(FamilyDocument, { variables: { slug } });
  return (
    <CommunityFrame slug={slug} title={t('title')}>
      {() => (
        <Loaded query={found} shape="list">
          {({ community: family }) => (
            <div className="sections">
              <section aria-labelledby="family" className="stack g4">
                <h2 id="family">{t('title')}</h2>
                <FamilyTree family={family} />
                {family.inheritsMembers && family.parent && (
                  <p className="small ink2">{t('tree.inherits', { parent: family.parent.name })}</p>
                )}
                {family.circleOf && <p className="small ink2">{t('tree.circleWhat', { whole: family.circleOf.name })}</p>}
                <Moves family={family} />
              </section>
              <Ties family={family} />
              {family.viewerCan.includes('CONNECT') && <TieForms family={family} />}
              <Cohorts slug={slug} communityId={family.id} />
              <CameHere slug={slug} />
              {family.viewerCan.includes('ARCHIVE') && <MergeLink slug={slug} />}
              <Closing family={family} />
            </div>
          )}
        </Loaded>
      )}
    </CommunityFrame>
  );
}

function MergeLink({ slug }: { slug: string }) {
  const { t } = useTranslation('merging');
  return (
    <section aria-labelledby="mergelink" className="stack g4 narrowform">
      <h2 id="mergelink">{t('link')}</h2>
      <p className="small ink2">{t('linkWhy')}</p>
      <div>
        <Button component={Link} to="/c/$slug/merge" params={{ slug } as never} variant="default">
          {t('target.look')}
        </Button>
      </div>
    </section>
  );
}

function Moves({ family }: { family: FamilyPartsFragment }) {
  const { t } = useTranslation('family');
  const detach = useWrite(DetachCommunityDocument);
  if (!family.viewerCan.includes('CONNECT')) return null;
  return (
    <div className="stack g6">
      <div className="flex wrap">
        <Button component={Link} to="/communities/new" search={{ parent: family.id } as never} variant="default">
          {t('tree.newPart')}
        </Button>
        {family.parent && !family.circleOf && (
          <Button variant="default" onClick={() => void detach.write({ communityId: family.id })} loading={detach.isWriting}>
            {t('tree.detach', { parent: family.parent.name })}
          </Button>
        )}
      </div>
      <WriteTrouble failure={detach.failure} />
      {family.mayOpenCircle && <Circle family={family} />}
    </div>
  );
}

function Circle({ family }: { family: FamilyPartsFragment }) {
  const { t } = useTranslation('family');
  const client = useApolloClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const { write, isWriting, failure } = useWrite(OpenCircleDocument);
  const open = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({ communityId: family.id, name: name || t('circle.usual') });
    if (!data) return;
    await client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
    await navigate({ to: '/c/$slug', params: { slug: data.openCircle.slug } });
  };
  return (
    <form className="stack g3 narrowform" onSubmit={(event) => void open(event)} noValidate>
      <h3>{t('circle.title')}</h3>
      <p className="small ink2">{t('circle.what')}</p>
      <TextInput
        label={t('circle.name')}
        dir="auto"
        maxLength={120}
        placeholder={t('circle.usual')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={failure?.fields['name']}
      />
      <WriteTrouble failure={failure} shownFields={['name']} />
      <div>
        <Button type="submit" variant="default" loading={isWriting}>
          {t('circle.open')}
        </Button>
      </div>
    </form>
  );
}

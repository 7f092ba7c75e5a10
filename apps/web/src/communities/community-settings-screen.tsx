import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { Empty, WriteTrouble } from '../design/states.js';
import { CommunityToEditDocument, EditCommunityDocument, type CommunityToEditQuery } from '../gql/communities/graphql.js';
import { CommunityFields, communityFields, type CommunityText } from './community-fields.js';
import { UnattributedFloor } from '../discussions/unattributed-floor.js';
import { CommunityFrame } from './community-frame.js';
import { particularFields, Particulars, type ParticularsText } from './family/particulars.js';
import { SupportSettings } from './support/community-support.js';
import { useKeptForm } from './use-kept-form.js';

/** What coordinators may change about their community. */
export function CommunitySettingsScreen() {
  const { t } = useTranslation(['communities', 'merging']);
  const { slug } = useParams({ from: '/c/$slug/settings' });
  const found = useQuery(CommunityToEditDocument, { variables: { slug }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <CommunityFrame slug={slug} title={t('titles.communitySettings')}>
      {() => (
        <Loaded query={found} shape="text">
          {({ community }) =>
            community.viewerCan.includes('EDIT') ? (
              <>
                <Edit community={community} />
                <SupportSettings communityId={community.id} slug={slug} />
                <UnattributedFloor communityId={community.id} slug={slug} />
                <p style={{ marginBlockStart: '2rem' }}>
                  <Link to="/c/$slug/audit" params={{ slug }}>
                    {t('form.audit')}
                  </Link>
                  {' · '}
                  <Link to="/c/$slug/merge" params={{ slug }}>
                    {t('merging:link')}
                  </Link>
                </p>
              </>
            ) : (
              <Empty title={t('form.notYours')}>{t('form.notYoursWhy')}</Empty>
            )
          }
        </Loaded>
      )}
    </CommunityFrame>
  );
}

type EditedText = CommunityText & ParticularsText & { inheritsMembers: boolean; charterNote: string };

const textOf = ({ themes, charter, ...community }: CommunityToEditQuery['community']): EditedText => ({
  name: community.name,
  kind: community.kind,
  level: community.level,
  countries: community.countries,
  languages: community.languages,
  themes: themes.map(({ id }) => id),
  summary: community.summary,
  charter: { domain: charter.domain, community: charter.community, practice: charter.practice },
  visibility: community.visibility,
  joinPolicy: community.joinPolicy,
  task: community.task ?? '',
  endsOn: community.endsOn ?? '',
  projectName: community.projectName ?? '',
  projectUrl: community.projectUrl ?? '',
  inheritsMembers: community.inheritsMembers,
  charterNote: '',
  allowsIndividuals: community.allowsIndividuals,
});

function Edit({ community }: { community: CommunityToEditQuery['community'] }) {
  const { t } = useTranslation(['communities', 'shell', 'family', 'words']);
  const before = textOf(community);
  const { text, change, forget } = useKeptForm<EditedText>(`community:${community.id}`, before);
  const { write, isWriting, failure } = useWrite(EditCommunityDocument);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { kind: _kind, level: _level, charter, charterNote, ...rest } = text;
    // The charter has versions: one that says the same must not become a new one.
    const isCharterNew = (['domain', 'community', 'practice'] as const).some((part) => charter[part] !== before.charter[part]);
    // What did not change is not asked again: old communities may lack what their kind has by now.
    const changed = Object.fromEntries(
      Object.entries(rest).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof rest])),
    );
    const data = await write({
      communityId: community.id,
      ...changed,
      ...(isCharterNew && { charter, ...(charterNote && { charterNote }) }),
    });
    if (!data) return;
    forget();
    notifications.show({ message: t('shell:saved'), autoClose: 3000 });
  };
  return (
    <form className="stack g6 narrowform" onSubmit={(event) => void save(event)} noValidate>
      <h2>{t('titles.communitySettings')}</h2>
      <CommunityFields text={text} onChange={change} errors={failure?.fields ?? {}} />
      {(['domain', 'community', 'practice'] as const).some((part) => text.charter[part] !== before.charter[part]) && (
        <TextInput
          label={t('words:charter.note')}
          description={t('words:charter.noteWhy')}
          dir="auto"
          maxLength={500}
          value={text.charterNote}
          onChange={({ currentTarget }) => change({ charterNote: currentTarget.value })}
          error={failure?.fields['charterNote']}
        />
      )}
      <Particulars kind={text.kind} text={text} onChange={change} errors={failure?.fields ?? {}} />
      {community.parent && (
        <Checkbox
          label={t('family:field.inherits', { parent: community.parent.name })}
          description={t('family:field.inheritsWhy')}
          checked={text.inheritsMembers}
          onChange={({ currentTarget }) => change({ inheritsMembers: currentTarget.checked })}
          error={failure?.fields['inheritsMembers']}
        />
      )}
      <WriteTrouble failure={failure} shownFields={[...communityFields, ...particularFields, 'inheritsMembers', 'charterNote']} />
      <div>
        <Button type="submit" loading={isWriting}>
          {t('shell:save')}
        </Button>
      </div>
    </form>
  );
}

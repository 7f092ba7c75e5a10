import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Page } from '../design/page.js';
import { WriteTrouble } from '../design/states.js';
import { CreateCommunityDocument } from '../gql/communities/graphql.js';
import { ViewerDocument } from '../gql/shell/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { CommunityFields, communityFields, type CommunityText } from './community-fields.js';
import { filled, noParticulars, ParentField, particularFields, Particulars, type ParticularsText } from './family/particulars.js';
import { useKeptForm } from './use-kept-form.js';
import './communities.css';

/** Where a community begins: its founder writes the first charter. */
export function NewCommunityScreen() {
  const { t } = useTranslation('communities');
  const { language } = useLanguage();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { parent } = useSearch({ from: '/communities/new' });
  const { write, isWriting, failure } = useWrite(CreateCommunityDocument);
  const [first] = useState<CommunityText & ParticularsText & { parentId: string | null }>({
    name: '',
    kind: 'COMMUNITY_OF_PRACTICE',
    level: 'NATIONAL',
    countries: [],
    languages: [language],
    themes: [],
    summary: '',
    charter: { domain: '', community: '', practice: '' },
    visibility: 'PUBLIC',
    joinPolicy: 'OPEN',
    ...noParticulars,
    parentId: parent ?? null,
  });
  const { text, change, forget } = useKeptForm(`new-community${parent ? `:${parent}` : ''}`, first);

  const create = async (event: FormEvent) => {
    event.preventDefault();
    const { task, endsOn, projectName, projectUrl, parentId, ...rest } = text;
    const particulars = filled({ task, endsOn, projectName, projectUrl });
    const data = await write(
      { ...rest, ...particulars, ...(parentId && { parentId }) },
      { update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'communities' }) },
    );
    if (!data) return;
    forget();
    await client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
    await navigate({ to: '/c/$slug', params: { slug: data.createCommunity.slug } });
  };

  return (
    <Page title={t('titles.newCommunity')} size="narrow">
      <h1>{t('titles.newCommunity')}</h1>
      <p className="ink2 measure intro">{t('form.intro')}</p>
      <form className="stack g6" onSubmit={(event) => void create(event)} noValidate>
        <CommunityFields text={text} onChange={change} errors={failure?.fields ?? {}} isNew />
        <Particulars kind={text.kind} text={text} onChange={change} errors={failure?.fields ?? {}} />
        <ParentField
          kind={text.kind}
          value={text.parentId}
          onChange={(parentId) => change({ parentId })}
          error={failure?.fields['parentId']}
        />
        <WriteTrouble failure={failure} shownFields={[...communityFields, ...particularFields]} />
        <div>
          <Button type="submit" loading={isWriting}>
            {t('form.create')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

import { useQuery } from '@apollo/client/react';
import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { FormActions } from '../../design/form-actions.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { WriteTrouble } from '../../design/states.js';
import {
  CreateTemplateDocument,
  EditTemplateDocument,
  ParentChoicesDocument,
  RetireTemplateDocument,
  TemplateByIdDocument,
  TemplateFromDocument,
  type TemplateContentInput,
  type TemplateWholeFragment,
} from '../../gql/communities/graphql.js';
import { useViewer } from '../../shell/viewer.js';
import { ContentFields, type Content } from './content-fields.js';
import { StartOne } from './start-one.js';
import './templates.css';

const blank: Content = {
  kind: 'COMMUNITY_OF_PRACTICE',
  level: 'LOCAL',
  themeIds: [],
  summary: '',
  charter: { domain: '', community: '', practice: '' },
  visibility: 'PUBLIC',
  joinPolicy: 'ON_REQUEST',
  wanted: [],
  rooms: [],
  series: [],
  checklist: [],
};

const pure = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === '__typename' ? undefined : inner)));
const inputOf = (content: Content) => pure(content) as TemplateContentInput;

/** Writing a template, from scratch or from an existing community. */
export function NewTemplateScreen() {
  const { t } = useTranslation('templates');
  const { from } = useSearch({ from: '/templates/new' });
  const found = useQuery(TemplateFromDocument, { variables: { communityId: from ?? '' }, skip: !from });
  return (
    <Page title={t('write')} size="narrow">
      <h1>{t('write')}</h1>
      {from ? (
        <Loaded query={found} shape="text">
          {({ templateFrom }) => <NewForm first={templateFrom} ownerId={from} />}
        </Loaded>
      ) : (
        <NewForm first={blank} />
      )}
    </Page>
  );
}

function NewForm({ first, ownerId }: { first: Content; ownerId?: string }) {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const viewer = useViewer();
  const own = (useQuery(ParentChoicesDocument).data?.communities.nodes ?? []).filter(({ viewerCan }) => viewerCan.includes('EDIT'));
  const [owner, setOwner] = useState<string | null>(ownerId ?? null);
  const [name, setName] = useState('');
  const [content, setContent] = useState<Content>(first);
  const { write, isWriting, failure } = useWrite(CreateTemplateDocument);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write(
      { name, content: inputOf(content), ...(owner && { ownerId: owner }) },
      { update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'templates' }) },
    );
    if (data) await navigate({ to: '/templates/$templateId', params: { templateId: data.createTemplate.id } });
  };
  return (
    <form className="stack g6" onSubmit={(event) => void create(event)} noValidate>
      <TextInput
        label={t('name')}
        dir="auto"
        maxLength={120}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={failure?.fields['name']}
      />
      <Select
        label={t('owner')}
        description={viewer?.isAdministrator ? t('ownerOrPlatform') : t('ownerWhy')}
        clearable={viewer?.isAdministrator ?? false}
        data={own.map(({ id, name: label }) => ({ value: id, label }))}
        value={owner}
        onChange={setOwner}
        error={failure?.fields['ownerId']}
      />
      <ContentFields
        content={content}
        onChange={(changed) => setContent((before) => ({ ...before, ...changed }))}
        errors={failure?.fields ?? {}}
      />
      <WriteTrouble
        failure={failure}
        shownFields={['name', 'ownerId', ...Object.keys(failure?.fields ?? {}).filter((path) => path.startsWith('content.'))]}
      />
      <div>
        <Button type="submit" loading={isWriting}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** A template: what it holds, starting from it, and its next version. */
export function TemplateScreen() {
  const { t } = useTranslation('templates');
  const { templateId } = useParams({ from: '/templates/$templateId' });
  const found = useQuery(TemplateByIdDocument, { variables: { id: templateId } });
  return (
    <Page title={found.data?.template.name ?? t('title')} size="narrow">
      <Loaded query={found}>{({ template }) => <Whole key={template.version} template={template} />}</Loaded>
    </Page>
  );
}

function Whole({ template }: { template: TemplateWholeFragment }) {
  const { t } = useTranslation(['templates', 'communities', 'shell']);
  const [isEditing, setEditing] = useState(false);
  const { content } = template;
  return (
    <div className="sections">
      <div className="stack g2">
        <p className="small">
          <Link to="/templates">{t('title')}</Link>
        </p>
        <h1 className="record">
          <bdi>{template.name}</bdi>
        </h1>
        <p className="small ink2">
          {t(`communities:kind.${content.kind}`)} · {t('version', { version: template.version })} ·{' '}
          {template.owner ? <bdi>{template.owner.name}</bdi> : t('platform')}
          {template.retiredAt && <> · {t('retired')}</>}
        </p>
        <p className="measure" dir="auto">
          {content.summary}
        </p>
      </div>
      {!isEditing && (
        <>
          {!template.retiredAt && <StartOne template={template} />}
          <Holds content={content} />
          {template.mayEdit && (
            <div className="flex wrap">
              <Button variant="default" onClick={() => setEditing(true)}>
                {t('edit')}
              </Button>
              <Retire template={template} />
            </div>
          )}
        </>
      )}
      {isEditing && <EditForm template={template} onDone={() => setEditing(false)} />}
    </div>
  );
}

function Holds({ content }: { content: Content }) {
  const { t } = useTranslation(['templates', 'communities']);
  const lists: [string, string[]][] = [
    [t('checklist'), content.checklist],
    [t('wanted'), content.wanted.map(({ part, title }) => `${t(`parts.${part}`)}: ${title}`)],
    [t('rooms'), content.rooms.map(({ name, purpose }) => `${name}: ${purpose}`)],
    [
      t('series'),
      content.series.map(({ title, times, everyWeeks, at }) => t('seriesLine', { title, count: times, weeks: everyWeeks, at })),
    ],
  ];
  return (
    <>
      <section aria-labelledby="charter" className="stack g3">
        <h2 id="charter">{t('communities:charter.title')}</h2>
        {(['domain', 'community', 'practice'] as const).map((part) => (
          <div key={part}>
            <h3 className="small ink2">{t(`communities:charter.${part}`)}</h3>
            <p dir="auto" className="record">
              {content.charter[part]}
            </p>
          </div>
        ))}
      </section>
      {lists
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {items.map((item) => (
                <li key={item}>
                  <bdi>{item}</bdi>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function Retire({ template }: { template: TemplateWholeFragment }) {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const { write, isWriting, failure } = useWrite(RetireTemplateDocument);
  const retire = async () => {
    if (!(await write({ templateId: template.id }, { update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'templates' }) })))
      return;
    notifications.show({ message: t('retiredNow', { name: template.name }), autoClose: 5000 });
    await navigate({ to: '/templates' });
  };
  return (
    <>
      <Button variant="default" onClick={() => void retire()} loading={isWriting}>
        {t('retire')}
      </Button>
      <WriteTrouble failure={failure} />
    </>
  );
}

function EditForm({ template, onDone }: { template: TemplateWholeFragment; onDone: () => void }) {
  const { t } = useTranslation('templates');
  const [name, setName] = useState(template.name);
  const [content, setContent] = useState<Content>(template.content);
  const { write, isWriting, failure } = useWrite(EditTemplateDocument);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await write({ templateId: template.id, version: template.version, name, content: inputOf(content) })) onDone();
  };
  return (
    <form className="stack g6" onSubmit={(event) => void save(event)} noValidate>
      <p className="small ink2">{t('editWhy')}</p>
      <TextInput
        label={t('name')}
        dir="auto"
        maxLength={120}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={failure?.fields['name']}
      />
      <ContentFields
        content={content}
        onChange={(changed) => setContent((before) => ({ ...before, ...changed }))}
        errors={failure?.fields ?? {}}
      />
      <WriteTrouble
        failure={failure}
        shownFields={['name', ...Object.keys(failure?.fields ?? {}).filter((path) => path.startsWith('content.'))]}
      />
      <FormActions go={t('save')} isWriting={isWriting} onCancel={onDone} />
    </form>
  );
}

import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Select } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import {
  CommunityKindsDocument,
  ParentChoicesDocument,
  StartFromTemplateDocument,
  type TemplateWholeFragment,
} from '../../gql/communities/graphql.js';
import { ViewerDocument } from '../../gql/shell/graphql.js';
import { blankRow, cells, RowFields, rowInput, type Row } from './row-fields.js';

/** Starts one community from a template; a cohort has a page of its own. */
export function StartOne({ template }: { template: TemplateWholeFragment }) {
  const { t } = useTranslation('templates');
  const client = useApolloClient();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [row, setRow] = useState<Row>(blankRow);
  const [parentId, setParentId] = useState<string | null>(null);
  const kinds = useQuery(CommunityKindsDocument, { fetchPolicy: 'cache-first' }).data?.communityKinds ?? [];
  const wholes = (useQuery(ParentChoicesDocument).data?.communities.nodes ?? []).filter(
    ({ viewerCan, kind }) =>
      viewerCan.includes('CONNECT') && kinds.find((rules) => rules.kind === kind)?.holds.includes(template.content.kind),
  );
  const slugs = wholes.map(({ id, name, slug }) => ({ value: id, label: name, slug }));
  const { write, isWriting, failure } = useWrite(StartFromTemplateDocument);
  const start = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({ templateId: template.id, row: rowInput(row), ...(parentId && { parentId }) });
    if (!data) return;
    await client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
    await navigate({ to: '/c/$slug', params: { slug: data.startFromTemplate.slug } });
  };
  if (!isOpen)
    return (
      <div className="flex wrap">
        <Button onClick={() => setOpen(true)}>{t('startOne')}</Button>
        {slugs.map(({ value, label, slug }) => (
          <Button
            key={value}
            component={Link}
            to="/c/$slug/cohorts/new"
            params={{ slug } as never}
            search={{ template: template.id } as never}
            variant="default"
          >
            {t('startCohortIn', { community: label })}
          </Button>
        ))}
      </div>
    );
  return (
    <form className="stack g4" onSubmit={(event) => void start(event)} noValidate>
      <h2>{t('startOne')}</h2>
      <RowFields row={row} onChange={setRow} errorOf={(cell) => failure?.fields[`row.${cell}`]} />
      {slugs.length > 0 && (
        <Select label={t('partOf')} clearable data={slugs} value={parentId} onChange={setParentId} error={failure?.fields['parentId']} />
      )}
      <WriteTrouble failure={failure} shownFields={['parentId', ...cells.map((cell) => `row.${cell}`)]} />
      <div>
        <Button type="submit" loading={isWriting}>
          {t('start')}
        </Button>
      </div>
    </form>
  );
}

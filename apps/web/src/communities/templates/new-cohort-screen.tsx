import { useApolloClient, useQuery } from '@apollo/client/react';
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, type Failure } from '../../data/failures.js';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { CohortProcessesDocument, PreviewCohortDocument, StartCohortDocument, TemplatesDocument } from '../../gql/communities/graphql.js';
import { ViewerDocument } from '../../gql/shell/graphql.js';
import { CommunityFrame, type CommunityHead } from '../community-frame.js';
import { useKeptForm } from '../use-kept-form.js';
import { blankRow, cells, RowFields, rowInput, type Row } from './row-fields.js';
import './templates.css';

/** A table of communities that start together: looked through first, then all of them or none. */
export function NewCohortScreen() {
  const { t } = useTranslation('templates');
  const { slug } = useParams({ from: '/c/$slug/cohorts/new' });
  return (
    <CommunityFrame slug={slug} title={t('newCohort')}>
      {(community) => <CohortForm community={community} />}
    </CommunityFrame>
  );
}

function CohortForm({ community }: { community: CommunityHead }) {
  const { t } = useTranslation(['templates', 'errors']);
  const client = useApolloClient();
  const navigate = useNavigate();
  const search = useSearch({ from: '/c/$slug/cohorts/new' });
  const templates = useQuery(TemplatesDocument).data?.templates ?? [];
  const processes = useQuery(CohortProcessesDocument).data?.policyProcesses ?? [];
  const { text, change, forget } = useKeptForm(`cohort:${community.id}`, {
    name: '',
    templateId: search.template ?? '',
    policyProcessId: '',
    rows: [blankRow, blankRow, blankRow] as Row[],
  });
  const [faults, setFaults] = useState<Record<string, string> | null>(null);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const { write, isWriting, failure } = useWrite(StartCohortDocument);
  const rows = text.rows.map(rowInput);
  const errors = { ...faults, ...failure?.fields };
  const setRows = (next: Row[]) => {
    change({ rows: next });
    setFaults(null);
  };

  const look = async () => {
    setTrouble(null);
    try {
      const { data } = await client.query({
        query: PreviewCohortDocument,
        variables: { input: { communityId: community.id, rows } },
        fetchPolicy: 'network-only',
      });
      setFaults(
        Object.fromEntries(
          (data?.previewCohort ?? []).map(({ row, cell, code }) => [`rows.${row}.${cell}`, t(`fault.${code}` as 'fault.BAD_NAME')]),
        ),
      );
    } catch (error) {
      setTrouble(failureOf(error));
    }
  };
  const start = async (event: FormEvent) => {
    event.preventDefault();
    const { name, templateId, policyProcessId } = text;
    const data = await write({ communityId: community.id, templateId, name, rows, ...(policyProcessId && { policyProcessId }) });
    if (!data) return;
    forget();
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'communities' });
    client.cache.evict({ id: client.cache.identify({ __typename: 'Community', id: community.id })! });
    await client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
    await navigate({ to: '/cohorts/$cohortId', params: { cohortId: data.startCohort.id } });
  };

  return (
    <form className="stack g6" onSubmit={(event) => void start(event)} noValidate>
      <h2>{t('newCohort')}</h2>
      <p className="measure ink2">{t('cohortWhat', { community: community.name })}</p>
      <div className="stack g4 narrowform">
        <TextInput
          label={t('cohortName')}
          dir="auto"
          maxLength={120}
          value={text.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          error={failure?.fields['name']}
        />
        <Select
          label={t('template')}
          data={templates.map(({ id, name }) => ({ value: id, label: name }))}
          value={text.templateId || null}
          onChange={(templateId) => change({ templateId: templateId ?? '' })}
          error={failure?.fields['templateId']}
        />
        <Select
          label={t('process')}
          description={t('processWhy')}
          searchable
          clearable
          data={processes.map(({ id, name, shortName }) => ({ value: id, label: shortName ?? name }))}
          value={text.policyProcessId || null}
          onChange={(policyProcessId) => change({ policyProcessId: policyProcessId ?? '' })}
          error={failure?.fields['policyProcessId']}
        />
      </div>
      <fieldset className="stack g3">
        <legend className="formlegend">{t('rows')}</legend>
        <p className="small ink2">{t('rowsWhy')}</p>
        {text.rows.map((row, at) => (
          <div key={at} className="flex top severalrow">
            <RowFields
              row={row}
              label={t('rowNumber', { number: at + 1 })}
              onChange={(next) => setRows(text.rows.with(at, next))}
              errorOf={(cell) => errors[`rows.${at}.${cell}`]}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={44}
              aria-label={t('takeOutRow', { number: at + 1 })}
              disabled={text.rows.length === 1}
              onClick={() => setRows(text.rows.toSpliced(at, 1))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <div className="flex wrap">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={text.rows.length >= 50}
            onClick={() => setRows([...text.rows, blankRow])}
          >
            {t('addRow')}
          </Button>
          <Button variant="default" onClick={() => void look()}>
            {t('look')}
          </Button>
        </div>
      </fieldset>
      <div role="status">
        {faults && (
          <p className="small">
            {Object.keys(faults).length === 0 ? t('allGood', { count: rows.length }) : t('faults', { count: Object.keys(faults).length })}
          </p>
        )}
      </div>
      <WriteTrouble
        failure={trouble ?? failure}
        shownFields={['name', 'templateId', 'policyProcessId', ...text.rows.flatMap((_, at) => cells.map((cell) => `rows.${at}.${cell}`))]}
      />
      <div>
        <Button type="submit" loading={isWriting}>
          {t('startAll', { count: rows.length })}
        </Button>
      </div>
    </form>
  );
}

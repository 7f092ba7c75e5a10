import { useQuery } from '@apollo/client/react';
import { Button, Radio, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NeedsDocument } from '../gql/peer-learning/graphql.js';
import { LevelBadge, type LevelName } from '../design/level.js';
import type { FieldsProps } from './session-fields.js';

const aNewOne = 'new';

/** The need a session answers: one that has been raised, or a new one in the community's words. */
export function NeedField({ communityId, level, draft, onChange, errors }: FieldsProps & { communityId: string; level: LevelName }) {
  const { t } = useTranslation(['peer-learning', 'shell']);
  const { data, fetchMore, loading } = useQuery(NeedsDocument, { variables: { communityId, first: 6 } });
  const needs = data?.needs.nodes ?? [];
  const error = errors['needId'];
  const isNew = draft.needId === null;
  return (
    <div className="stack g3">
      {needs.length > 0 && (
        <Radio.Group
          label={t('need.label')}
          description={t('need.why')}
          value={draft.needId ?? aNewOne}
          onChange={(chosen) => onChange({ needId: chosen === aNewOne ? null : chosen })}
          error={error}
        >
          <div className="needchoice" style={{ marginBlockStart: '0.75rem' }}>
            {needs.map(({ id, statement, sessionCount }) => (
              <Radio
                key={id}
                value={id}
                label={
                  <span className="record" dir="auto">
                    {t('quoted', { text: statement })}
                  </span>
                }
                description={
                  <span className="flex wrap" style={{ gap: '.15rem .75rem' }}>
                    <LevelBadge level={level} />
                    {sessionCount > 0 && t('need.sessions', { count: sessionCount })}
                  </span>
                }
              />
            ))}
            <Radio value={aNewOne} label={t('need.another')} />
          </div>
        </Radio.Group>
      )}
      {data?.needs.pageInfo.hasNextPage && (
        <div>
          <Button
            variant="subtle"
            loading={loading}
            onClick={() => void fetchMore({ variables: { after: data.needs.pageInfo.endCursor } })}
          >
            {t('shell:more')}
          </Button>
        </div>
      )}
      {isNew && (
        <Textarea
          label={needs.length > 0 ? t('need.newLabel') : t('need.label')}
          description={t('need.newWhy')}
          dir="auto"
          autosize
          minRows={2}
          classNames={{ input: 'record' }}
          value={draft.needStatement}
          onChange={({ currentTarget }) => onChange({ needStatement: currentTarget.value })}
          error={errors['needStatement'] ?? (needs.length === 0 ? error : undefined)}
        />
      )}
    </div>
  );
}

import { useQuery } from '@apollo/client/react';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommunityKindsDocument, ParentChoicesDocument, type CommunityKind } from '../../gql/communities/graphql.js';

/** What only some kinds of circles have. */
export type ParticularsText = { task: string; endsOn: string; projectName: string; projectUrl: string };

/** The fields of it whose trouble stands at them. */
export const particularFields = ['task', 'endsOn', 'projectName', 'projectUrl', 'parentId'];

/** Nothing of it. */
export const noParticulars: ParticularsText = { task: '', endsOn: '', projectName: '', projectUrl: '' };

/** Only what a kind has goes to the server; a text that was taken away goes there empty. */
export const filled = (text: ParticularsText): Partial<ParticularsText> =>
  Object.fromEntries(Object.entries(text).filter(([, value]) => value !== '')) as Partial<ParticularsText>;

/** Task, end and project, where the kind has them. */
export function Particulars({
  kind,
  text,
  onChange,
  errors,
}: {
  kind: CommunityKind;
  text: ParticularsText;
  onChange: (changed: Partial<ParticularsText>) => void;
  errors: Record<string, string>;
}) {
  const { t } = useTranslation('family');
  const { data } = useQuery(CommunityKindsDocument, { fetchPolicy: 'cache-first' });
  const rules = data?.communityKinds.find((one) => one.kind === kind);
  if (!rules) return null;
  return (
    <>
      {rules.task !== 'NEVER' && (
        <Textarea
          label={t('field.task')}
          description={t('field.taskWhy')}
          required={rules.task === 'ALWAYS'}
          dir="auto"
          autosize
          minRows={2}
          maxLength={1000}
          value={text.task}
          onChange={({ currentTarget }) => onChange({ task: currentTarget.value })}
          error={errors['task']}
        />
      )}
      {rules.end !== 'NEVER' && (
        <TextInput
          type="date"
          label={t('field.endsOn')}
          required={rules.end === 'ALWAYS'}
          value={text.endsOn}
          onChange={({ currentTarget }) => onChange({ endsOn: currentTarget.value })}
          error={errors['endsOn']}
        />
      )}
      {rules.project !== 'NEVER' && (
        <div className="twofields">
          <TextInput
            label={t('field.project')}
            required={rules.project === 'ALWAYS'}
            dir="auto"
            maxLength={200}
            value={text.projectName}
            onChange={({ currentTarget }) => onChange({ projectName: currentTarget.value })}
            error={errors['projectName']}
          />
          <TextInput
            label={t('field.projectUrl')}
            dir="ltr"
            type="url"
            placeholder="https://"
            value={text.projectUrl}
            onChange={({ currentTarget }) => onChange({ projectUrl: currentTarget.value })}
            error={errors['projectUrl']}
          />
        </div>
      )}
    </>
  );
}

/** What a new circle becomes a part of: one of those that the founder coordinates and that hold its kind. */
export function ParentField({
  kind,
  value,
  onChange,
  error,
}: {
  kind: CommunityKind;
  value: string | null;
  onChange: (parentId: string | null) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation('family');
  const kinds = useQuery(CommunityKindsDocument, { fetchPolicy: 'cache-first' }).data?.communityKinds ?? [];
  const own = useQuery(ParentChoicesDocument).data?.communities.nodes ?? [];
  const choices = own.filter(
    (one) => one.viewerCan.includes('CONNECT') && kinds.find((rules) => rules.kind === one.kind)?.holds.includes(kind),
  );
  if (choices.length === 0 && !error) return null;
  return (
    <Select
      label={t('field.parent')}
      description={t('field.parentWhy')}
      required={kinds.find((rules) => rules.kind === kind)?.needsParent ?? false}
      clearable
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      value={choices.some(({ id }) => id === value) ? value : null}
      onChange={onChange}
      error={error}
    />
  );
}

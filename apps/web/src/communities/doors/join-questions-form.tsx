import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, Select, TagsInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { Loaded } from '../../design/loaded.js';
import { WriteTrouble } from '../../design/states.js';
import { JoinQuestionsDocument, SetJoinQuestionsDocument, type JoinQuestionsQuery } from '../../gql/communities/graphql.js';
import type { CommunityHead } from '../community-frame.js';

type Question = Omit<JoinQuestionsQuery['community']['joinQuestions'][number], 'id' | '__typename'> & { id?: string; key: string };

const asForm = (questions: JoinQuestionsQuery['community']['joinQuestions']): Question[] =>
  questions.map(({ id, text, kind, choices, isRequired }) => ({ key: id, id, text, kind, choices, isRequired }));

/** What those are asked who want to join. */
export function JoinQuestionsForm({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('doors');
  const found = useQuery(JoinQuestionsDocument, {
    variables: { slug: community.slug },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  return (
    <section aria-labelledby="questions" className="stack g4">
      <div className="stack g1">
        <h2 id="questions">{t('questions.title')}</h2>
        <p className="small ink2">{t(community.joinPolicy === 'ON_REQUEST' ? 'questions.why' : 'questions.notNow')}</p>
      </div>
      <Loaded query={found} shape="text">
        {(data) => <Form communityId={community.id} before={asForm(data.community.joinQuestions)} />}
      </Loaded>
    </section>
  );
}

function Form({ communityId, before }: { communityId: string; before: Question[] }) {
  const { t } = useTranslation(['doors', 'shell']);
  const [questions, setQuestions] = useState(before);
  const { write, isWriting, failure } = useWrite(SetJoinQuestionsDocument, { keyed: false });
  const change = (at: number, changed: Partial<Question>) =>
    setQuestions((all) => all.map((one, i) => (i === at ? { ...one, ...changed } : one)));
  const move = (at: number, to: number) =>
    setQuestions((all) => {
      const next = [...all];
      next.splice(to, 0, ...next.splice(at, 1));
      return next;
    });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({
      communityId,
      questions: questions.map(({ id, text, kind, choices, isRequired }) => ({
        ...(id && { id }),
        text,
        kind,
        choices: kind === 'CHOICE' ? choices : [],
        isRequired,
      })),
    });
    if (!data) return;
    setQuestions(asForm(data.setJoinQuestions.joinQuestions));
    notifications.show({ message: t('shell:saved'), autoClose: 3000 });
  };
  const isChanged = JSON.stringify(questions) !== JSON.stringify(before);
  return (
    <form className="stack g4" onSubmit={(event) => void save(event)} noValidate>
      {questions.length > 0 && (
        <ol className="plain">
          {questions.map((question, i) => (
            <li key={question.key} className="questionrow rowline" aria-label={t('questions.nth', { count: i + 1 })}>
              <TextInput
                label={t('questions.text')}
                dir="auto"
                maxLength={300}
                value={question.text}
                onChange={({ currentTarget }) => change(i, { text: currentTarget.value })}
                error={failure?.fields[`questions.${i}.text`]}
              />
              <Select
                label={t('questions.kind')}
                data={(['TEXT', 'CHOICE'] as const).map((value) => ({ value, label: t(`questions.${value}`) }))}
                value={question.kind}
                onChange={(kind) => kind && change(i, { kind: kind as Question['kind'] })}
                allowDeselect={false}
              />
              {question.kind === 'CHOICE' && (
                <TagsInput
                  className="all"
                  label={t('questions.choices')}
                  description={t('questions.choicesWhy')}
                  value={question.choices}
                  onChange={(choices) => change(i, { choices })}
                  maxTags={12}
                  splitChars={[]}
                  acceptValueOnBlur
                  error={failure?.fields[`questions.${i}.choices`]}
                />
              )}
              <div className="flex wrap between all">
                <Checkbox
                  label={t('questions.required')}
                  checked={question.isRequired}
                  onChange={({ currentTarget }) => change(i, { isRequired: currentTarget.checked })}
                />
                <div className="flex">
                  <button
                    type="button"
                    className="rowmore"
                    disabled={i === 0}
                    aria-label={t('questions.up')}
                    onClick={() => move(i, i - 1)}
                  >
                    <IconArrowUp size={18} aria-hidden />
                  </button>
                  <button
                    type="button"
                    className="rowmore"
                    disabled={i === questions.length - 1}
                    aria-label={t('questions.down')}
                    onClick={() => move(i, i + 1)}
                  >
                    <IconArrowDown size={18} aria-hidden />
                  </button>
                  <button
                    type="button"
                    className="rowmore"
                    aria-label={t('questions.remove')}
                    onClick={() => setQuestions((all) => all.filter((_, at) => at !== i))}
                  >
                    <IconX size={18} aria-hidden />
                  </button>
                </div>
              </div>
            </li>
          ))}
        </ol>
      )}
      <WriteTrouble failure={failure} shownFields={questions.flatMap((_, i) => [`questions.${i}.text`, `questions.${i}.choices`])} />
      <div className="flex wrap">
        {questions.length < 5 && (
          <Button
            variant="default"
            onClick={() =>
              setQuestions((all) => [...all, { key: crypto.randomUUID(), text: '', kind: 'TEXT', choices: [], isRequired: false }])
            }
          >
            {t('questions.add')}
          </Button>
        )}
        {isChanged && (
          <Button type="submit" loading={isWriting}>
            {t('shell:save')}
          </Button>
        )}
      </div>
    </form>
  );
}

import { useQuery } from '@apollo/client/react';
import { Radio, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { JoinQuestionsDocument } from '../../gql/communities/graphql.js';

export type Answers = Record<string, string>;

/** The answers in the order in which the form shows them, so that trouble with one is told at its field. */
export const answersInput = (answers: Answers) => Object.entries(answers).map(([questionId, text]) => ({ questionId, text }));

/** The questions of a community to someone who asks to join. */
export function JoinAnswers({
  slug,
  answers,
  onChange,
  errors,
}: {
  slug: string;
  answers: Answers;
  onChange: (answers: Answers) => void;
  errors: Record<string, string>;
}) {
  const { t } = useTranslation('doors');
  const found = useQuery(JoinQuestionsDocument, { variables: { slug } });
  const sent = Object.keys(answers);
  return (
    <Loaded query={found} shape="text">
      {({ community: { joinQuestions } }) =>
        joinQuestions.map(({ id, text, kind, choices, isRequired }) => {
          const label = isRequired ? text : t('questions.optional', { question: text });
          const own = { value: answers[id] ?? '', error: errors[`answers.${sent.indexOf(id)}.text`] };
          return kind === 'CHOICE' ? (
            <Radio.Group
              key={id}
              label={label}
              required={isRequired}
              {...own}
              onChange={(chosen) => onChange({ ...answers, [id]: chosen })}
            >
              <div className="stack g2" style={{ marginBlockStart: '.35rem' }}>
                {choices.map((choice) => (
                  <Radio key={choice} value={choice} label={<span dir="auto">{choice}</span>} />
                ))}
              </div>
            </Radio.Group>
          ) : (
            <Textarea
              key={id}
              label={label}
              required={isRequired}
              dir="auto"
              autosize
              minRows={2}
              maxRows={8}
              maxLength={2000}
              {...own}
              onChange={({ currentTarget }) => onChange({ ...answers, [id]: currentTarget.value })}
            />
          );
        })
      }
    </Loaded>
  );
}

import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptForm } from '../communities/use-kept-form.js';
import { useWrite } from '../data/use-write.js';
import { Answer, answerOf } from '../design/answer.js';
import { WriteTrouble } from '../design/states.js';
import { AnswerEndorsementDocument, type EndorsementAnswer } from '../gql/advocacy/graphql.js';
import type { RoundPosition } from './endorsement-screen.js';

const choices: EndorsementAnswer[] = ['ENDORSE', 'ENDORSE_WITH_RESERVATION', 'STAND_ASIDE', 'OBJECT'];
const needsReason = (answer: EndorsementAnswer | '') => answer === 'ENDORSE_WITH_RESERVATION' || answer === 'OBJECT';
const shortestReason = 5;

/** One's own answer for an organisation one speaks for; it can be changed until the round closes. */
export function AnswerForm({ position, organisation }: { position: RoundPosition; organisation: { id: string; name: string } }) {
  const { t } = useTranslation('advocacy');
  const given = position.round?.answers.find((one) => one.organisation.id === organisation.id);
  const { text, change, forget } = useKeptForm<{ answer: EndorsementAnswer | ''; reason: string }>(
    `answer:${position.round?.id ?? ''}:${organisation.id}`,
    { answer: given?.answer ?? '', reason: given?.reason ?? '' },
  );
  const [missing, setMissing] = useState<{ answer?: string; reason?: string }>({});
  const { write, isWriting, failure } = useWrite(AnswerEndorsementDocument);
  const isSame = text.answer === (given?.answer ?? '') && text.reason.trim() === (given?.reason ?? '');

  const answer = async (event: FormEvent) => {
    event.preventDefault();
    const wanting = {
      ...(!text.answer && { answer: t('answer.choose') }),
      ...(needsReason(text.answer) && text.reason.trim().length < shortestReason && { reason: t('answer.reasonShort') }),
    };
    setMissing(wanting);
    if (Object.keys(wanting).length > 0 || !text.answer) return;
    const data = await write({
      positionId: position.id,
      organisationId: organisation.id,
      answer: text.answer,
      reason: text.reason.trim() || null,
    });
    if (!data) return;
    forget();
    notifications.show({ message: t('answer.kept', { organisation: organisation.name }), autoClose: 5000 });
  };

  return (
    <form className="ownanswer stack g3" noValidate onSubmit={(event) => void answer(event)}>
      <fieldset>
        <legend className="label">{t('answer.of', { organisation: organisation.name })}</legend>
        {choices.map((choice) => (
          <label key={choice} className={`choice ${text.answer === choice ? 'on' : ''}`}>
            <input
              type="radio"
              name={`answer-${organisation.id}`}
              value={choice}
              checked={text.answer === choice}
              onChange={() => change({ answer: choice })}
            />
            <span className="stack">
              <Answer answer={answerOf(choice)} />
              <span className="tiny ink2">{t(`answer.means.${choice}`)}</span>
            </span>
          </label>
        ))}
        {missing.answer && (
          <p className="small fieldtrouble" role="alert">
            {missing.answer}
          </p>
        )}
      </fieldset>
      {text.answer && (
        <Textarea
          label={t(needsReason(text.answer) ? 'answer.reason' : 'answer.reasonMaybe')}
          description={t(text.answer === 'ENDORSE_WITH_RESERVATION' ? 'answer.reasonPrinted' : 'answer.reasonRead')}
          dir="auto"
          autosize
          minRows={3}
          value={text.reason}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
          error={missing.reason ?? failure?.fields['reason']}
        />
      )}
      <WriteTrouble failure={failure} shownFields={['reason']} title={t('answer.notKept')} />
      <div>
        <Button type="submit" loading={isWriting} disabled={isSame && !!given?.answer}>
          {given?.answer ? t('answer.change') : t('answer.give', { organisation: organisation.name })}
        </Button>
      </div>
      <p className="tiny ink2">{t('answer.untilClosed')}</p>
    </form>
  );
}

import { VisuallyHidden } from '@mantine/core';
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleMinus,
  IconClock,
  IconOctagonFilled,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** What an organisation says to a position: shape first, then word, then tint. */
export type AnswerName = 'endorse' | 'reserve' | 'aside' | 'object' | 'await' | 'silent';

const icons = {
  endorse: IconCircleCheckFilled,
  reserve: IconCircleHalf2,
  aside: IconCircleMinus,
  object: IconOctagonFilled,
  await: IconClock,
  silent: IconCircleDashed,
};

/** The shape of the API's answer; no answer yet is named, because silence is not a yes. */
export const answerOf = (answer: 'ENDORSE' | 'ENDORSE_WITH_RESERVATION' | 'STAND_ASIDE' | 'OBJECT' | null | undefined): AnswerName =>
  answer
    ? ({ ENDORSE: 'endorse', ENDORSE_WITH_RESERVATION: 'reserve', STAND_ASIDE: 'aside', OBJECT: 'object' } as const)[answer]
    : 'silent';

/** The shape alone; its word has to stand near. */
export function AnswerIcon({ answer, size = 18 }: { answer: AnswerName; size?: number }) {
  const Icon = icons[answer];
  return <Icon size={size} aria-hidden />;
}

/** Shape and word. */
export function Answer({ answer, word }: { answer: AnswerName; word?: string }) {
  const { t } = useTranslation();
  return (
    <span className={`ans ans-${answer}`}>
      <AnswerIcon answer={answer} />
      {word ?? t(`answer.${answer}`)}
    </span>
  );
}

const order: AnswerName[] = ['endorse', 'reserve', 'aside', 'object', 'await', 'silent'];

/** One cell an organisation, never a pie; the key below counts in words. */
export function Tally({ answers, label }: { answers: { organisation: string; answer: AnswerName }[]; label: string }) {
  const { t } = useTranslation();
  const sorted = order.flatMap((answer) => answers.filter((one) => one.answer === answer));
  return (
    <div>
      <ul className="plain tally" aria-label={label}>
        {sorted.map(({ organisation, answer }) => (
          <li key={organisation} className={`tallycell t-${answer} ans-${answer}`} title={organisation}>
            <AnswerIcon answer={answer} size={22} />
            <VisuallyHidden>{t('answer.by', { organisation, answer: t(`answer.${answer}`) })}</VisuallyHidden>
          </li>
        ))}
      </ul>
      <ul className="plain tallykey small">
        {order.map((answer) => {
          const count = sorted.filter((one) => one.answer === answer).length;
          return (
            count > 0 && (
              <li key={answer} className="flex">
                <span className={`ans ans-${answer}`}>
                  <AnswerIcon answer={answer} />
                </span>
                {t('answer.counted', { answer: t(`answer.${answer}`), number: count })}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RichText } from '../../content/rich-text.js';
import type { ThreadPartsFragment } from '../../gql/discussions/graphql.js';
import { useVoiceName } from '../voice-name.js';
import './kinds.css';

/** The reply that answers the question, above the conversation. */
export function AnswerBox({ thread: { id, answer } }: { thread: ThreadPartsFragment }) {
  const { t } = useTranslation('kinds');
  const nameOf = useVoiceName();
  if (!answer) return null;
  return (
    <section className="well answerbox stack g2" aria-labelledby="the-answer">
      <h2 className="label flex" id="the-answer">
        <IconCircleCheck size={17} aria-hidden />
        {t('answer.by', { name: nameOf(answer) })}
      </h2>
      <RichText body={answer.body} />
      <p className="small">
        <Link to="/t/$threadId" params={{ threadId: id }} hash={`post-${answer.position}`}>
          {t('answer.whole')}
        </Link>
      </p>
    </section>
  );
}

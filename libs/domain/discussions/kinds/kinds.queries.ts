import type { Statement } from '#platform/database';

/** $1 question, $2 reply. Nothing comes back when it is no reply of this question that is there. */
export const MARK_ANSWER: Statement = {
  name: 'kinds.mark-answer',
  text: `update thread set answer_post_id = $2 where id = $1 and kind = 'QUESTION'
      and exists (select from post p where p.id = $2 and p.thread_id = $1 and p.position > 1 and p.removed_at is null) returning id`,
};

/** $1 question, $2 reply that is no longer the answer */
export const UNMARK_ANSWER: Statement = {
  name: 'kinds.unmark-answer',
  text: `update thread set answer_post_id = null where id = $1 and answer_post_id = $2`,
};

/** $1 case clinic, $2 phase. Nothing comes back when it is there already. */
export const MOVE_CLINIC: Statement = {
  name: 'kinds.move-clinic',
  text: `update thread set phase = $2 where id = $1 and phase <> $2 and closed_at is null returning id`,
};

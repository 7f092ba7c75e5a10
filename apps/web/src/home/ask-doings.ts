import { useApolloClient } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useCall } from '../data/use-call.js';
import { useWrite } from '../data/use-write.js';
import { showUndo } from '../design/undo.js';
import {
  AnswerJoinRequestFromHomeDocument,
  ChannelsBeforeStoppingDocument,
  GiveUpSeatFromHomeDocument,
  StopAsksDocument,
  TakeSeatFromHomeDocument,
  type AskPartsFragment,
} from '../gql/home/graphql.js';

/** What the page does when an ask has been answered: it leaves, by its id or with its whole kind, and may come back. */
export type AskDoing = { onGone: (key: string) => void; onBack: (key: string) => void; onChanged: () => void };

/** An ask is named by its kind and what it is about. */
const subjectOf = ({ id }: AskPartsFragment) => id.split(':')[1] ?? '';

/** Takes the seat right here; undoing gives it up again. */
export function useTakeSeat(ask: AskPartsFragment, { onGone, onBack, onChanged }: AskDoing) {
  const { t } = useTranslation(['home', 'shell']);
  const { write, isWriting, failure } = useWrite(TakeSeatFromHomeDocument);
  const giveUp = useWrite(GiveUpSeatFromHomeDocument);
  const sessionId = subjectOf(ask);
  const take = async () => {
    const data = await write({ sessionId });
    if (!data) return;
    onGone(ask.id);
    onChanged();
    const seat = data.takeSeat.viewerSeat;
    const undo = async () => {
      if (!(await giveUp.write({ sessionId }))) return;
      onBack(ask.id);
      onChanged();
    };
    showUndo({
      message: seat?.state === 'WAITING' ? t('done.waiting', { place: seat.waitingPosition ?? 0 }) : t('done.seat'),
      undo: t('shell:undo'),
      onUndo: () => void undo(),
    });
  };
  return { take, isWriting, failure: failure ?? giveUp.failure };
}

/** Lets someone in or not. */
export function useAnswerRequest(ask: AskPartsFragment, { onGone, onChanged }: AskDoing) {
  const { t } = useTranslation('home');
  const { write, isWriting, failure } = useWrite(AnswerJoinRequestFromHomeDocument);
  const answer = async (accept: boolean) => {
    if (!(await write({ requestId: subjectOf(ask), accept }))) return;
    onGone(ask.id);
    onChanged();
    const name = ask.actor?.name ?? '';
    notifications.show({ message: accept ? t('done.accepted', { name }) : t('done.declined', { name }) });
  };
  return { answer, isWriting, failure };
}

/** Stops a whole kind with one click; undoing brings back the way it came before. */
export function useStop(ask: AskPartsFragment, { onGone, onBack, onChanged }: AskDoing) {
  const { t } = useTranslation(['home', 'people', 'shell']);
  const client = useApolloClient();
  const { call, failure } = useCall(StopAsksDocument);
  const stop = async () => {
    const kind = ask.notificationKind;
    if (!kind) return;
    const known = await client.query({ query: ChannelsBeforeStoppingDocument }).catch(() => null);
    const before = known?.data?.notificationPreferences.find((one) => one.kind === kind)?.channel ?? 'INBOX_AND_MAIL';
    if (!(await call({ kind, channel: 'NONE' }))) return;
    onGone(kind);
    const undo = async () => {
      if (!(await call({ kind, channel: before }))) return;
      onBack(kind);
      onChanged();
    };
    showUndo({ message: t('done.stopped', { kind: t(`people:noticeKind.${kind}`) }), undo: t('shell:undo'), onUndo: () => void undo() });
  };
  return { stop, failure };
}

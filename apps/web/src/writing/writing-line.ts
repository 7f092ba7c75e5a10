import type { Socket } from 'socket.io-client';
import { realtime } from '../data/realtime.js';

/** What the server says to every message: yes, or why not. */
export type Answer = { ok: true; mayWrite?: boolean; messages?: ArrayBuffer[] } | { ok: false; code: string };

const patienceMs = 10_000;

/** No answer within ten seconds is an answer too: the line is bad, and the change is sent again. */
export const say = async (socket: Socket, event: string, message: object): Promise<Answer> => {
  try {
    return (await socket.timeout(patienceMs).emitWithAck(event, message)) as Answer;
  } catch {
    return { ok: false, code: 'NO_ANSWER' };
  }
};

/** The namespace of live texts, over the page's one connection. */
export const writingLine = async (): Promise<Socket> => {
  const { io } = await realtime.open();
  const socket = io.socket('/writing');
  if (!socket.connected) socket.connect();
  return socket;
};

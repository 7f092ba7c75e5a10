import { RoomSequence, type RoomMessage } from './room-sequence.js';

const message = (seq: number): RoomMessage => ({ room: 'thread:1', seq, kind: 'post', payload: seq });

const listen = (last: number | null = 0) => {
  const told: number[] = [];
  return { told, sequence: new RoomSequence((m) => told.push(m.seq), last) };
};

test('tells messages in order, whatever order they came in', () => {
  const { told, sequence } = listen();
  [2, 4, 1, 3].forEach((seq) => sequence.receive(message(seq)));
  expect(told).toEqual([1, 2, 3, 4]);
  expect(sequence.hasGap).toBe(false);
});

test('tells a message once, though it comes twice', () => {
  const { told, sequence } = listen();
  [1, 1, 2, 1, 2].forEach((seq) => sequence.receive(message(seq)));
  expect(told).toEqual([1, 2]);
});

test('shows a gap until the missing messages have been caught up with', () => {
  const { told, sequence } = listen(5);
  sequence.receive(message(8));
  expect(sequence.hasGap).toBe(true);
  expect(told).toEqual([]);
  sequence.catchUp(8, [message(6), message(7), message(8)]);
  expect(told).toEqual([6, 7, 8]);
  expect(sequence.hasGap).toBe(false);
});

test('keeps what arrives before the first answer to a join, and tells it after', () => {
  const { told, sequence } = listen(null);
  sequence.receive(message(11));
  expect(told).toEqual([]);
  sequence.catchUp(10, []);
  expect(told).toEqual([11]);
});

test('starts again where the room says, and drops what the screen has fetched', () => {
  const { told, sequence } = listen(3);
  [7, 21].forEach((seq) => sequence.receive(message(seq)));
  sequence.restart(20);
  expect(told).toEqual([21]);
  expect(sequence.lastSeq).toBe(21);
});

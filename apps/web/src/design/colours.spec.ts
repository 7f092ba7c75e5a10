import { roles } from './colours.js';

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast as WCAG 2 counts it. */
const contrast = (one: string, other: string) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

type Role = keyof (typeof roles)['light'];

// What was measured when the colours were chosen, light and dark; none may fall below it.
const texts: [Role, Role, number, number][] = [
  ['ink', 'paper', 16.7, 14.5],
  ['ink', 'sunken', 15.1, 12.5],
  ['ink-2', 'paper', 7.9, 9.6],
  ['ink-2', 'sunken', 7.1, 8.3],
  ['ink-3', 'paper', 5.8, 7.0],
  ['ink-3', 'rail', 5.5, 7.3],
  ['ink-3', 'sunken', 5.2, 6.1],
  ['action', 'paper', 8.7, 11.1],
  ['action', 'action-tint-2', 7.6, 8.4],
  ['on-action', 'action', 8.7, 9.9],
  ['on-action', 'action-hover', 12.6, 12.1],
  ['thread', 'paper', 7.2, 7.9],
  ['thread', 'thread-tint', 6.9, 7.5],
  ['thread', 'sunken', 6.6, 6.8],
  ['good', 'paper', 6.2, 8.8],
  ['good', 'good-tint', 5.9, 7.9],
  ['wait', 'paper', 6.5, 11.0],
  ['wait', 'wait-tint', 6.2, 9.9],
  ['mind', 'paper', 6.7, 8.3],
  ['mind', 'mind-tint', 6.3, 7.5],
  ['trouble', 'paper', 7.0, 8.1],
  ['trouble', 'trouble-tint', 6.6, 7.4],
  ['insert', 'insert-tint', 7.8, 9.2],
  ['delete', 'delete-tint', 7.9, 8.8],
  ['on-inverse', 'inverse', 16.7, 15.2],
];

const shapes: [Role, Role, number, number][] = [
  ['line-strong', 'paper', 3.6, 4.6],
  ['line-strong', 'rail', 3.4, 4.8],
  ['line-strong', 'sunken', 3.2, 4.0],
  ['thread-soft', 'paper', 3.4, 3.3],
];

test.each([...texts, ...shapes])('%s on %s', (front, back, light, dark) => {
  expect(contrast(roles.light[front], roles.light[back])).toBeGreaterThanOrEqual(light - 0.1);
  expect(contrast(roles.dark[front], roles.dark[back])).toBeGreaterThanOrEqual(dark - 0.1);
});

test('text keeps 4.5 and shapes keep 3', () => {
  expect(Math.min(...texts.flatMap(([, , light, dark]) => [light, dark]))).toBeGreaterThanOrEqual(4.5);
  expect(Math.min(...shapes.flatMap(([, , light, dark]) => [light, dark]))).toBeGreaterThanOrEqual(3);
});

test('red is the through-line and nothing else', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const [role, colour] of Object.entries(roles[scheme])) {
      if (!role.startsWith('thread')) expect([roles[scheme].thread, roles[scheme]['thread-soft']]).not.toContain(colour);
    }
  }
});

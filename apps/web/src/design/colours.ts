/**
 * The palette and the roles it plays. Colours are used by role (`var(--tl-ROLE)`), never by family name, outside this file.
 * The one rule to keep: red (`thread`) is the through-line and nothing else.
 */
const petrol = ['#f2fbfd', '#e0f3f8', '#c4e7ee', '#a2d5df', '#7fbfcc', '#58a4b3', '#328695', '#076978', '#02535f', '#003942'] as const;
const madder = ['#fff7f7', '#ffe9e9', '#ffd3d3', '#feb4b3', '#fb8e8f', '#e9666a', '#ca4149', '#a91d2c', '#88091c', '#600311'] as const;
const moss = ['#f2fcf5', '#e0f6e7', '#c5ebd1', '#a3dab5', '#81c598', '#5aab79', '#348c5a', '#0b703f', '#015830', '#003d1f'] as const;
const amber = ['#fff8f0', '#fdecd8', '#f8dab7', '#ecc28f', '#dba867', '#c48a39', '#a56b00', '#815200', '#654000', '#462b00'] as const;
const rust = ['#fef7f5', '#ffeae2', '#fed5c6', '#feb79c', '#f49773', '#de754b', '#bf5425', '#9d3901', '#7d2b00', '#571b00'] as const;
const sky = ['#f4faff', '#e2f1ff', '#c5e4ff', '#9dd1fd', '#79baf0', '#519edb', '#297fbd', '#00629d', '#004d7c', '#003457'] as const;
// Mantine draws the edges of controls with gray[4] and dark[4]: kept at 3:1.
const gray = ['#f8fafb', '#f1f4f5', '#e4e9ea', '#d3dadc', '#7d8a8e', '#7d8a8e', '#5c686c', '#475457', '#2b383b', '#142023'] as const;
const dark = ['#e4e9eb', '#b6c0c3', '#99a5a8', '#77848a', '#77848a', '#28343a', '#1b272b', '#12191c', '#0d1417', '#080d0f'] as const;

/** Every role, light and dark. The pairs listed in design.md are to be kept by a test. */
export const roles = {
  light: {
    paper: '#ffffff', // the page
    rail: gray[0], // navigation, quiet bands
    sunken: gray[1], // wells, code, quoted text
    line: gray[2], // hairlines between things (decorative)
    'line-strong': gray[5], // edges of controls (3:1)
    ink: gray[9], // text
    'ink-2': gray[7], // second text
    'ink-3': gray[6], // least text: times, counts
    action: petrol[8], // links, primary buttons, unread, focus
    'action-hover': petrol[9],
    'on-action': '#ffffff',
    'action-tint': petrol[0], // selected row, here-line band
    'action-tint-2': petrol[1],
    thread: madder[7], // the through-line, and nothing else
    'thread-tint': madder[0],
    'thread-soft': '#d9686e', // the same line, not in focus (3:1)
    good: moss[7],
    'good-tint': moss[0],
    wait: sky[7],
    'wait-tint': sky[0],
    mind: amber[7],
    'mind-tint': amber[0],
    trouble: rust[7],
    'trouble-tint': rust[0],
    insert: sky[8],
    'insert-tint': sky[1],
    delete: amber[8],
    'delete-tint': amber[1],
    inverse: gray[9],
    'on-inverse': '#ffffff',
  },
  dark: {
    paper: dark[7],
    rail: dark[8],
    sunken: dark[6],
    line: dark[5],
    'line-strong': dark[3],
    ink: dark[0],
    'ink-2': dark[1],
    'ink-3': dark[2],
    action: petrol[3],
    'action-hover': petrol[2],
    'on-action': '#05262c',
    'action-tint': '#12262b',
    'action-tint-2': '#17333a',
    thread: madder[4],
    'thread-tint': '#2a191b',
    'thread-soft': '#a3525a',
    good: moss[4],
    'good-tint': '#14251c',
    wait: sky[3],
    'wait-tint': '#14232f',
    mind: amber[4],
    'mind-tint': '#2a2013',
    trouble: rust[4],
    'trouble-tint': '#2b1c15',
    insert: sky[3],
    'insert-tint': '#12293c',
    delete: amber[3],
    'delete-tint': '#35270f',
    inverse: dark[0],
    'on-inverse': dark[8],
  },
} as const;

/** The palette as Mantine wants it. */
export const families = { petrol, madder, moss, amber, rust, sky, gray, dark };

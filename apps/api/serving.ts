// What takes long to read: everything that the framework and the domain are made of.
export { administratorLine } from './administrator-line.js';
export { loadFirstWords } from './first-words.js';
export { prepareDemo } from './demo/prepare-demo.js';
export { replayDeletions } from './replay-deletions.js';
export { createServer } from './server.js';

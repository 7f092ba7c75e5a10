export { FirstWords } from './first-words.service.js';
export { wordIn, type Labels } from './labels.js';
export { Scheme } from './scheme.entity.js';
export { Term } from './term.entity.js';
export { VocabularyChange } from './vocabulary-change.entity.js';
export { THEMES, Vocabulary } from './vocabulary.service.js';
export { VocabularyModule } from './vocabulary.module.js';

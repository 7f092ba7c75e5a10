export { LANGUAGES, languageOf, localeOf, type Language } from './languages.js';
export { formatDay, formatInstant, formatSpan, formatTime, type Reader } from './instants.js';
export { translate, type TextKey, type TextParams } from './translate.js';

export { DocumentRules, type DocumentRule } from './document-rules.js';
export { Documents, type Subject } from './documents.service.js';
export { LiveDocument } from './live-document.entity.js';
export { Version } from './version.entity.js';
export { Versions } from './versions.service.js';
export type { Share } from './authorship.js';
export { Contributor } from './contributor.js';
export { WritingModule } from './writing.module.js';

export { FileStore } from './file-store.js';
export { FileIsElsewhere, Files, type MayFetch } from './files.js';
export { StoredFile, type FilePurpose } from './stored-file.entity.js';
export { StorageModule } from './storage.module.js';

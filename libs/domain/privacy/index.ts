export { Deletions } from './deletion/deletions.service.js';
export { PrivacyModule } from './privacy.module.js';

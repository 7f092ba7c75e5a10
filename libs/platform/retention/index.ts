export { forgets, Retention, type Forgetting } from './retention.js';
export { RetentionModule } from './retention.module.js';

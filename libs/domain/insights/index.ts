export { suppressed } from './health/suppress.js';
export { WishedShare } from './health/wished-mix.entity.js';
export { InsightsModule } from './insights.module.js';

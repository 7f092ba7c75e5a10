export { Jobs, type JobOptions } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { ParkedJob } from './parked-job.js';

export { Jobs, type JobOptions, outcomeOf, type Outcomes } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { ParkedJob } from './parked-job.js';

export { Jobs, JobsModule, type JobOptions, type ParkedJob } from './jobs.js';

export { ConfigError } from './config-error.js';
export { Config, type S3Config } from './config.js';
export { loadConfig } from './load-config.js';
export { ConfigModule } from './config.module.js';

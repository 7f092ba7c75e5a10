export { Limits, LimitsModule, type Limit } from './limits.js';
export { addressBlock } from './address-block.js';

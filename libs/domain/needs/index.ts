import './needs.events.js';

export { Need } from './need.entity.js';
export { Needs } from './needs.service.js';
export { NeedsModule } from './needs.module.js';

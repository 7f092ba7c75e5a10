export { assertPortFree, freePort } from './port.js';
export { portTaken, run } from './run.js';
export { StartError } from './start-error.js';
export { onStop } from './stop.js';
export { errorCode } from './system-error.js';

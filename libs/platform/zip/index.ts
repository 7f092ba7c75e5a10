export { zip, type ZipEntry } from './zip.js';

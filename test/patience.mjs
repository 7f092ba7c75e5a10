// A journey drives browsers and takes its time.
import { jest } from '@jest/globals';

jest.setTimeout(180_000);

import type { INestApplicationContext } from '@nestjs/common';
import { FirstWords } from '#domain/vocabulary';

/** A server that has no words yet begins with those that come along. */
export const loadFirstWords = (app: INestApplicationContext): Promise<void> => app.get(FirstWords, { strict: false }).load();

import type { INestApplicationContext } from '@nestjs/common';
import { Deletions } from '#domain/privacy';

/** Before anybody comes in: who was deleted after the backup was made that this database was restored from is deleted again. */
export const replayDeletions = (app: INestApplicationContext): Promise<number> => app.get(Deletions, { strict: false }).replay();

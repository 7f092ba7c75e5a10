import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Vocabulary } from './vocabulary.service.js';

/** The words as a file, to be read elsewhere or imported again. They are everybody's. */
@Controller('vocabulary.json')
export class VocabularyController {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Get()
  async file(@Query('scheme') only: string | string[] | undefined, @Res() reply: FastifyReply): Promise<void> {
    const schemes = (await this.vocabulary.schemes()).filter(({ id }) => only === undefined || id === only);
    const terms = await this.vocabulary.termsOfSchemes(schemes.map(({ id }) => id));
    const text = JSON.stringify(
      {
        exportedAt: this.clock.now().toISOString(),
        schemes: schemes.map(({ id, version, labels, note }, index) => ({
          id,
          version,
          labels,
          note,
          terms: (
            terms[index] as { id: string; labels: object; note: string | null; retiredAt: Date | null; successorId: string | null }[]
          ).map((term) => ({
            id: term.id,
            labels: term.labels,
            note: term.note,
            ...(term.retiredAt && { isRetired: true, successorId: term.successorId }),
          })),
        })),
      },
      null,
      1,
    );
    void reply
      .header('cache-control', 'no-cache')
      .header('content-disposition', 'attachment; filename="vocabulary.json"')
      .type('application/json; charset=utf-8')
      .send(text);
  }
}

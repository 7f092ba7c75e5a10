import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { invalidFrom } from './error-presenter.js';

/** Validates inputs by their classes. */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({ transform: true, forbidUnknownValues: false, stopAtFirstError: true, exceptionFactory: invalidFrom });
  }

  /** An argument that is null is as good as left out: the framework would make the word "null" of it. */
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return value === null && metadata.type === 'body' ? Promise.resolve(undefined) : super.transform(value, metadata);
  }
}

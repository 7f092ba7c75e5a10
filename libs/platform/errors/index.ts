/** What was wrong with one field of an input: where, which rule, and what to do. */
export interface FieldError {
  /** Path inside the input, e.g. `charter.domain`. */
  path: string;
  /** Stable, e.g. `TOO_LONG`. */
  code: string;
  message: string;
}

export type ErrorKind = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'TOO_MANY';

/** An expected refusal. Its message is written for the person who asked; everything else stays inside. */
export abstract class DomainError extends Error {
  abstract readonly kind: ErrorKind;
  readonly fields: FieldError[] = [];

  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

export class Unauthenticated extends DomainError {
  readonly kind = 'UNAUTHENTICATED';
  constructor(message = 'Sign in first.', code = 'UNAUTHENTICATED') {
    super(message, code);
  }
}

export class Forbidden extends DomainError {
  readonly kind = 'FORBIDDEN';
  constructor(message = 'You can see this, but you may not do that.', code = 'FORBIDDEN') {
    super(message, code);
  }
}

/** Missing and invisible are the same to the one who asks. */
export class NotFound extends DomainError {
  readonly kind = 'NOT_FOUND';
  constructor(message = 'There is nothing here, or it is not open to you.', code = 'NOT_FOUND') {
    super(message, code);
  }
}

export class Invalid extends DomainError {
  readonly kind = 'INVALID';
  override readonly fields: FieldError[];
  constructor(fields: FieldError[], code = 'INVALID') {
    super(fields.map((field) => field.message).join(' ') || 'Something in the input is not right.', code);
    this.fields = fields;
  }

  /** The usual case: one field. */
  static field(path: string, code: string, message: string): Invalid {
    return new Invalid([{ path, code, message }]);
  }
}

export class Conflict extends DomainError {
  readonly kind = 'CONFLICT';
  constructor(message: string, code = 'CONFLICT') {
    super(message, code);
  }
}

/** Too many tries in a short time; `retryAfterSeconds` says how long to wait. */
export class TooMany extends DomainError {
  readonly kind = 'TOO_MANY';
  constructor(readonly retryAfterSeconds: number) {
    super(`Too many tries. Wait ${Math.max(1, Math.ceil(retryAfterSeconds / 60))} minutes and try again.`, 'TOO_MANY');
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';

/**
 * Who may read and write the texts of one kind of thing. `load` fetches what the two rules need; it is kept while the text is open and
 * fetched again when the thing says that it changed. The rules themselves are pure, because they are asked on every single change.
 */
export interface DocumentRule<Subject> {
  /** Null when there is no such thing, or when this is no longer its text. */
  load(subjectId: string, documentId: string): Promise<Subject | null>;
  mayRead(actor: Actor, subject: Subject): boolean;
  mayWrite(actor: Actor, subject: Subject): boolean;
  /** Told now and then while the text is being written, at most every twenty seconds. */
  onWritten?(subjectId: string): Promise<void>;
}

/** The rules by kind of thing. Modules above register theirs in onModuleInit. */
@Injectable()
export class DocumentRules {
  private readonly rules = new Map<string, DocumentRule<unknown>>();

  define<Subject>(kind: string, rule: DocumentRule<Subject>): void {
    this.rules.set(kind, rule as DocumentRule<unknown>);
  }

  of(kind: string): DocumentRule<unknown> {
    const rule = this.rules.get(kind);
    if (!rule) throw new Error(`no rule for texts of the kind ${kind}`);
    return rule;
  }
}

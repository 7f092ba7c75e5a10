import { type DocumentNode, type ExecutionResult, type GraphQLSchema, parse, validate } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '#platform/auth';

/** Runs an operation; without data in its result nothing was done, because the variables do not fit. */
export type Run = (context: RequestContext, variables: Record<string, unknown>) => Promise<ExecutionResult>;

/**
 * The client's operations as functions. Each is parsed and compiled once, when it is first asked for; see docs/decisions. Only constant
 * operations come here: compiling what strangers send would let them fill our memory.
 */
export class CompiledOperations {
  private readonly known = new Map<string, Run | null>();

  constructor(private readonly schema: () => GraphQLSchema) {}

  /** Null when it cannot be compiled, and somebody else has to run it. */
  of(id: string, text: string): Run | null {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const run = this.compile(parse(text, { noLocation: true }));
    this.known.set(id, run);
    return run;
  }

  private compile(document: DocumentNode): Run | null {
    // A client of another version may ask for what is no more; Apollo then says so.
    if (validate(this.schema(), document).length > 0) return null;
    const compiled = compileQuery(this.schema(), document, undefined, { disablingCapturingStackErrors: true });
    return isCompiledQuery(compiled) ? async (context, variables) => compiled.query(undefined, context, variables) : null;
  }
}

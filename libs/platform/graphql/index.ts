export * from './scalars.js';
export {
  Connection,
  decodeCursor,
  encodeCursor,
  NullIsLeftOut,
  PageArgs,
  PageInfo,
  pageOf,
  uuid,
  type Edge,
  type Page,
} from './connection.js';
export { RepeatableInput } from './inputs.js';
export { GraphqlModule } from './graphql.module.js';
export { invalidFrom } from './error-presenter.js';
export { TrustedDocuments } from './trusted-documents.js';
export { Line, Lines } from './text-rules.js';
export { InputPipe } from './input-pipe.js';

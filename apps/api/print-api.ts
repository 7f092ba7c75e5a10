import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

const HEADER = '# The API as promised: printed from the code by `npm run schema`, reviewed like code.\n\n';

/** The text of schema.graphql. */
export const printApi = (schema: GraphQLSchema): string => `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;

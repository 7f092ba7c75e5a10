import { createHash } from 'node:crypto';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

/** The folders of src that keep .graphql files; each gets its own generated file, so that a lazy screen carries only its own operations. */
export const domains = [
  'directory',
  'search',
  'exchange',
  'vocabulary',
  'shell',
  'people',
  'organisations',
  'handovers',
  'communities',
  'discussions',
  'peer-learning',
  'advocacy',
  'home',
  'notifications',
  'oversight',
  'insights',
  'privacy',
];

const sha256 = (operation: string) => createHash('sha256').update(operation).digest('hex');

const config: CodegenConfig = {
  schema: '../../schema.graphql',
  ignoreNoDocuments: true,
  silent: true,
  errorsOnly: true,
  generates: Object.fromEntries(
    domains.map((domain) => [
      `src/gql/${domain}/`,
      {
        preset: 'client',
        documents: [`src/${domain}/**/*.graphql`, 'src/data/**/*.graphql'],
        // The cache needs __typename everywhere, and the server runs the document exactly as it was hashed here.
        documentTransforms: [addTypenameSelectionDocumentTransform],
        presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: sha256 } },
        config: {
          enumsAsTypes: true,
          useTypeImports: true,
          dedupeFragments: true,
          avoidOptionals: { field: true },
          strictScalars: true,
          scalars: {
            DateTime: 'string',
            LocalDateTime: 'string',
            TimeZone: 'string',
            LanguageTag: 'string',
            CountryCode: 'string',
            PageSize: 'number',
            RichText: '@tiptap/core#JSONContent',
          },
        },
      },
    ]),
  ),
};

export default config;

import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { Authentication, requestContext, type RequestContext } from '#platform/auth';
import { Config } from '#platform/config';
import { Log } from '#platform/log';
import { presentError } from './error-presenter.js';
import { type OwnResolvers, withoutPlainResolvers } from './plain-fields.js';
import { TrustedDocuments } from './trusted-documents.js';

/** trust.md section 3: limits for queries that are not our own client's. */
const armor = new ApolloArmor({
  maxDepth: { n: 12 },
  maxAliases: { n: 15 },
  maxDirectives: { n: 50 },
  maxTokens: { enabled: false }, // it throws in a hook, which Apollo answers with 500; parseOptions does the same as a refusal
  costLimit: { maxCost: 50_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5, ignoreIntrospection: true },
  blockFieldSuggestion: { enabled: true },
});

@Module({ providers: [TrustedDocuments], exports: [TrustedDocuments] })
class TrustedDocumentsModule {}

@Module({
  imports: [
    TrustedDocumentsModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Config, Authentication, Log],
      useFactory: (config: Config, authentication: Authentication, log: Log): ApolloDriverConfig => {
        const limits = armor.protect();
        let resolvers: OwnResolvers = [];
        return {
          autoSchemaFile: true,
          sortSchema: true,
          transformResolvers: (own) => {
            resolvers = [own].flat() as OwnResolvers;
            return own;
          },
          transformSchema: (schema: GraphQLSchema) => withoutPlainResolvers(schema, resolvers),
          graphiql: false, // the framework's comes from a CDN; ours is a page of the development server
          introspection: config.graphqlQueries === 'limited',
          csrfPrevention: true,
          allowBatchedHttpRequests: false,
          includeStacktraceInErrorResponses: false,
          hideSchemaDetailsFromClientErrors: config.graphqlQueries === 'trusted',
          preserveHttpStatusForExecutionErrors: false,
          persistedQueries: false,
          validationRules: limits.validationRules ?? [],
          plugins: (limits.plugins ?? []) as ApolloDriverConfig['plugins'] & object,
          parseOptions: { maxTokens: 2000 },
          fieldResolverEnhancers: [],
          context: (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> =>
            requestContext(authentication, request, reply),
          formatError: (formatted: GraphQLFormattedError, error: unknown) => presentError(formatted, error, log),
        };
      },
    }),
  ],
  exports: [TrustedDocumentsModule],
})
export class GraphqlModule {}

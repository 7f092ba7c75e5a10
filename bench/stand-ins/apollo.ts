import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Store } from './store.js';

/** Apollo with its own HTTP server and nothing around it, on the same statements as the bare server. */
const store = new Store(process.env['DATABASE_URL'] ?? '');

const typeDefs = `
  scalar JSON
  type Person { id: ID! name: String! headline: String pictureUrl: String isDemo: Boolean! }
  type Thread { id: ID! title: String! level: String! createdAt: String! lastPostAt: String! replyCount: Int! isClosed: Boolean! unreadCount: Int!
    author: Person! lastPostBy: Person! posts(from: Int!): [Post!]! }
  type Reaction { kind: String! count: Int! viewerReacted: Boolean! }
  type Reference { id: ID! position: Int! excerpt: String! author: String! }
  type Post { id: ID! position: Int! author: Person! body: JSON! createdAt: String! editedAt: String isRemoved: Boolean! reactions: [Reaction!]! replyTo: Reference }
  type Query { threads(communityId: ID!): [Thread!]! thread(id: ID!): Thread }`;

interface Context {
  viewerId: string;
}

const isoDate = (name: string) => (source: Record<string, unknown>) => (source[name] as Date | null)?.toISOString() ?? null;

const server = new ApolloServer<Context>({
  typeDefs,
  includeStacktraceInErrorResponses: false,
  resolvers: {
    Query: {
      threads: (_: unknown, { communityId }: { communityId: string }, { viewerId }: Context) => store.threads(communityId, viewerId),
      thread: (_: unknown, { id }: { id: string }, { viewerId }: Context) => store.thread(id, viewerId),
    },
    Thread: {
      createdAt: isoDate('createdAt'),
      lastPostAt: isoDate('lastPostAt'),
      posts: (thread: { id: string }, { from }: { from: number }, { viewerId }: Context) => store.posts(thread.id, viewerId, from),
    },
    Post: { createdAt: isoDate('createdAt'), editedAt: isoDate('editedAt') },
  },
});

await startStandaloneServer(server, {
  listen: { port: Number(process.env['PORT']), host: '127.0.0.1' },
  context: async ({ req }) => ({ viewerId: String(req.headers['x-person']) }),
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));

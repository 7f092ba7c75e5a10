import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, type GraphQLField, type GraphQLInputType, type GraphQLSchema, isInputObjectType } from 'graphql';
import { type GraphqlAnswer, startTestApp, type TestApp } from '../../apps/api/testing.js';
import { type ClosedCommunity, closedCommunity } from './closed-community.js';
import { everyOperation, type Operation } from './every-operation.js';
import { placesOf } from './naughty-values.js';

/** Words of libraries, the database and our files, which no reader understands and some would use. */
const INNER =
  /\b(insert into|select .* from|update .* set|syntax error|duplicate key|violates|relation "|invalid byte|invalid input syntax|QueryFailed|ECONN|TypeError|RangeError|Cannot read|is not a function|node_modules|prosemirror|class-validator)\b|\.[jt]s:\d+|\/libs\/|\bat \w+ \(/i;

/** Refused before anybody looked at single fields, or after fifty of them were named. */
const WHOLE_REQUEST = ['TOO_LARGE', 'BAD_REQUEST', 'TOO_MANY_MISTAKES'];

/** How many of the calls of each operation are made; the seed says which, so that a failure comes again. */
const CALLS_PER_OPERATION = Number(process.env['BAD_INPUT_CALLS'] ?? 12);
const SEED = 20261121;

let app: TestApp;
let schema: GraphQLSchema;
let closed: ClosedCommunity;
let operations: Operation[];

beforeAll(async () => {
  app = await startTestApp();
  closed = await closedCommunity(app);
  schema = app.get(GraphQLSchemaHost).schema;
  operations = everyOperation(schema, closed.values, 1);
});
afterAll(() => app?.stop());

interface Call {
  operation: Operation;
  path: string[];
  value: unknown;
}

const fieldOf = ({ kind, name }: Operation): GraphQLField<unknown, unknown> | undefined =>
  (kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields()[name];

/** The operation with one value of its arguments replaced; optional arguments are declared then. */
function textWith({ kind, name, text }: Operation, argument: string): string {
  if (text.includes(`$${argument}:`)) return text;
  const type = String(fieldOf({ kind, name } as Operation)?.args.find((arg) => arg.name === argument)?.type);
  const declared = text.startsWith(`${kind} Walk(`)
    ? text.replace('Walk(', `Walk($${argument}: ${type}, `)
    : text.replace('Walk ', `Walk($${argument}: ${type}) `);
  const given = new RegExp(`\\{ ${name}\\(`).test(declared);
  return given
    ? declared.replace(`{ ${name}(`, `{ ${name}(${argument}: $${argument}, `)
    : declared.replace(`{ ${name}`, `{ ${name}(${argument}: $${argument})`);
}

function withValue(variables: Record<string, unknown>, [head = '', ...rest]: string[], value: unknown): Record<string, unknown> {
  if (rest.length === 0) return { ...variables, [head]: value };
  return { ...variables, [head]: withValue((variables[head] ?? {}) as Record<string, unknown>, rest, value) };
}

/** Mulberry32: the same calls in every run. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function callsOf(operation: Operation, random: () => number): Call[] {
  const all = placesOf(schema, operation.kind, operation.name).flatMap(({ path, values }) =>
    values.map((value) => ({ operation, path, value })),
  );
  return all
    .map((call) => ({ call, order: random() }))
    .sort((one, other) => one.order - other.order)
    .slice(0, CALLS_PER_OPERATION)
    .map(({ call }) => call);
}

/** Whether a path of an error leads to something that the operation takes. Inside a rich text it may go on as it likes. */
function leadsSomewhere(operation: Operation, path: string): boolean {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '' && !/^\d+$/.test(part));
  const into = (type: GraphQLInputType | undefined, rest: string[]): boolean => {
    if (!type) return false;
    const named = getNamedType(type);
    const [head, ...tail] = rest;
    if (head === undefined || !isInputObjectType(named)) return true;
    return into(named.getFields()[head]?.type, tail);
  };
  const args = fieldOf(operation)?.args ?? [];
  if (parts.length === 0) return false;
  return (
    into(args.find((argument) => argument.name === parts[0])?.type, parts.slice(1)) ||
    args.some((argument) => isInputObjectType(getNamedType(argument.type)) && into(argument.type, parts))
  );
}

function complaints({ operation }: Call, answer: GraphqlAnswer): string[] {
  const found: string[] = [];
  if (answer.status >= 500) found.push(`status ${answer.status}`);
  for (const { message, extensions } of answer.errors ?? []) {
    if (extensions.code === 'INTERNAL') found.push('INTERNAL');
    if (INNER.test(message)) found.push(`inner message: ${message.slice(0, 200)}`);
    if (message.length > 400) found.push(`says too much: ${message.slice(0, 100)} (${message.length})`);
    if (extensions.kind === 'INVALID' && ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'].includes(extensions.code))
      found.push(`our own query is wrong: ${message}`);
    if (extensions.kind !== 'INVALID' || WHOLE_REQUEST.includes(extensions.code)) continue;
    if (extensions.fields.length === 0) found.push(`names no field: ${extensions.code} ${message.slice(0, 200)}`);
    for (const field of extensions.fields)
      if (!leadsSomewhere(operation, field.path)) found.push(`names a field that is not there: ${field.path}`);
  }
  return found;
}

/** Whoever leaves or ends something takes away what the others need: these come last. */
const isAnEnd = ({ name }: Operation) =>
  /^(leave|remove|cancel|close|signOut|revoke|decide|publish|freeze|changeRole|setPassword|discard|giveUp)/.test(name);

it('whatever is sent, the answer is a result or a refusal that names the field, in our own words', async () => {
  const random = randoms(SEED);
  const wrong = new Map<string, string>();
  const ordered = [...operations.filter((operation) => !isAnEnd(operation)), ...operations.filter(isAnEnd)];
  let made = 0;
  for (const operation of ordered.filter(({ name }) => name !== 'signOut')) {
    await app.sql('delete from rate_limit');
    const calls = callsOf(operation, random);
    for (let start = 0; start < calls.length; start += 10) {
      await Promise.all(
        calls.slice(start, start + 10).map(async (call) => {
          const variables = withValue(operation.variables, call.path, call.value);
          const answer = await app.graphql(textWith(operation, call.path[0] ?? ''), variables, { as: closed.coordinator });
          made += 1;
          for (const complaint of complaints(call, answer)) {
            const key = `${operation.name} ${call.path.join('.')}: ${complaint}`;
            if (!wrong.has(key)) wrong.set(key, JSON.stringify(call.value)?.slice(0, 80) ?? 'undefined');
          }
        }),
      );
    }
  }
  expect([...wrong].map(([complaint, value]) => `${complaint} ← ${value}`)).toEqual([]);
  expect(made).toBeGreaterThan(1_500);
}, 120_000);

import { type Type } from '@nestjs/common';
import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { Invalid, NotFound } from '#platform/errors';
import { PageSizeScalar } from './scalars.js';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether there is more before this page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first item.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last item.' })
  endCursor!: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** One page of a list, Relay style. */
export interface Page<Node> {
  nodes: Node[];
  edges: Edge<Node>[];
  pageInfo: PageInfo;
}

/** GraphQL lets clients write null for an argument that they could leave out; defaults shall hold then, too. */
export const NullIsLeftOut = () => Transform(({ value }: { value: unknown }) => value ?? undefined);

@ArgsType()
export class PageArgs {
  @Field(() => PageSizeScalar, { nullable: true, description: 'How many, 1 to 100; 20 when left out.' })
  @NullIsLeftOut()
  first?: number;
  @Field(() => String, { nullable: true, description: 'Cursor after which to go on.' })
  @NullIsLeftOut()
  after?: string;
}

/** The connection and edge types of a node: `ThreadConnection`, `ThreadEdge`. */
export function Connection<Node>(name: string, node: () => Type<Node>): Type<Page<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name.toLowerCase()} in a list.` })
  class NodeEdge implements Edge<Node> {
    @Field(() => String, { description: 'Where it stands in the list.' })
    cursor!: string;
    @Field(node, { description: 'The thing itself.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list: ${name.toLowerCase()}.` })
  class NodeConnection implements Page<Node> {
    @Field(() => [node()], { description: 'The things themselves.' })
    nodes!: Node[];
    @Field(() => [NodeEdge], { description: 'The things with their cursors.' })
    edges!: Edge<Node>[];
    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;
  }
  return NodeConnection as Type<Page<Node>>;
}

type CursorValue = string | number;

/** An opaque cursor: the values of the sort key. */
export const encodeCursor = (...values: CursorValue[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/** The values of a cursor; each must have the type asked for, so a foreign or damaged cursor is refused by name. */
export function decodeCursor(
  cursor: string | null | undefined,
  types: ('string' | 'number' | 'date' | 'uuid')[],
  field = 'after',
): CursorValue[] | null {
  if (cursor === null || cursor === undefined) return null;
  const bad = () => Invalid.field(field, 'BAD_CURSOR', 'This cursor does not belong to this list. Start from the first page.');
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw bad();
  }
  if (!Array.isArray(values) || values.length !== types.length) throw bad();
  const fits = (value: unknown, type: string) => {
    if (type === 'number') return typeof value === 'number' && Number.isSafeInteger(value);
    if (typeof value !== 'string' || value.length > 300 || value.includes('\0')) return false;
    if (type === 'uuid') return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
    if (type === 'date') return !Number.isNaN(Date.parse(value)) && /^\d{4}-/.test(value);
    return true;
  };
  if (!types.every((type, index) => fits((values as unknown[])[index], type))) throw bad();
  return values as CursorValue[];
}

/** Makes a page of rows that were read with one more than asked for. */
export function pageOf<Node>(rows: Node[], first: number, cursorOf: (node: Node) => string, hasPreviousPage = false): Page<Node> {
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id from outside; what cannot be one is not found, like any id that is not there. */
export function uuid(id: string): string {
  if (!UUID.test(id)) throw new NotFound();
  return id.toLowerCase();
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.js';
import { canDraft, draft } from './drafting.js';
import { fanOut } from './fan-out.js';
import { firstLoad } from './first-load.js';
import { type Filled, type House, newestIds, quiet } from './house.js';
import { memory, type Running } from './processes.js';
import { type Asked, deepPages, inTurn, lists, pages, replies, searches } from './questions.js';
import { check, type Measured, median, percentile, type Question, type Round, round, takeTurns } from './rounds.js';
import { startOurs } from './servers.js';
import { count, writtenDown } from './statements.js';
import { type Line, shown } from './table.js';

/** What the measures need: the house, who is measured, and for how long. */
export interface Bench {
  house: House;
  folder: string;
  small: Filled;
  /** The database of ten times the size, when it was asked for. */
  large?: Filled;
  seconds: number;
  rounds: number;
  servers: Record<Asked, Running> & { large?: Running };
}

const CONNECTIONS = 8;
const LONG_THREADS = Array.from({ length: 20 }, (_, i) => i + 1);
const FAN_OUT_THREAD = 42;

const originOf = (server: Running): string => server.url.replace('127.0.0.1', 'localhost');
const rateOf = (rounds: Round[]): number => median(rounds.map((one) => one.perSecond));
const costOf = (rounds: Round[]): number => median(rounds.map((one) => one.processorMs));

/** Each server's rounds on the same kind of question, taking turns. */
async function compared(bench: Bench, names: Asked[], questions: (asked: Asked) => () => Question): Promise<Record<Asked, Round[]>> {
  const takes = {} as Record<Asked, () => Promise<Round>>;
  const warmUps = {} as Record<Asked, () => Promise<Round>>;
  for (const asked of names) {
    const next = questions(asked);
    const measured: Measured = { server: bench.servers[asked], postgresPid: bench.house.postgresPid };
    if (asked === 'ours') measured.quiet = () => quiet(bench.small.url);
    takes[asked] = () => round(measured, next, bench.seconds, CONNECTIONS);
    warmUps[asked] = () => round(measured, next, Math.max(1, bench.seconds / 2), CONNECTIONS);
  }
  return takeTurns(takes, warmUps, bench.rounds);
}

function against(
  measure: string,
  results: Record<Asked, Round[]>,
  limits: { floor: number; aim: number },
  costLimits?: { floor: number; aim: number },
): Line[] {
  const [ours, bare] = [results.ours, results.bare];
  // Of each pair of neighbouring rounds, because the machine's other work changes with time.
  const ratio = median(ours.map((one, i) => one.perSecond / (bare[i]?.perSecond ?? Number.NaN)));
  const cost = costOf(ours);
  const lines: Line[] = [
    {
      measure: `${measure}: answers a second, base bare http + pg`,
      ours: shown(rateOf(ours)),
      base: shown(rateOf(bare)),
      ratio: shown(ratio),
      value: ratio,
      limits: { ...limits, better: 'higher' },
    },
    {
      measure: `${measure}: processor ms an answer, server + Postgres`,
      ours: shown(cost),
      base: shown(costOf(bare)),
      ratio: shown(costOf(bare) / cost),
      value: cost,
      ...(costLimits ? { limits: { ...costLimits, better: 'lower' } } : {}),
    },
  ];
  if (results.apollo) {
    const alone = median(results.apollo.map((one, i) => one.perSecond / (bare[i]?.perSecond ?? Number.NaN)));
    lines.push({
      measure: `${measure}: Apollo alone, base bare http + pg`,
      ours: shown(rateOf(results.apollo)),
      base: shown(rateOf(bare)),
      ratio: shown(alone),
    });
  }
  return lines;
}

/** 1 and 3 */
export async function threadList(bench: Bench): Promise<Line[]> {
  const expected = await newestIds(bench.small.url, bench.small.size.communities);
  const ask = (asked: Asked) => inTurn(lists(asked, originOf(bench.servers[asked]), bench.small.size.communities, expected));
  return against(
    'newest 20 threads',
    await compared(bench, ['ours', 'bare', 'apollo'], ask),
    { floor: 0.2, aim: 0.5 },
    { floor: 4, aim: 1.3 },
  );
}

/** 2 and 3 */
export async function openThread(bench: Bench): Promise<Line[]> {
  const ask = (asked: Asked) => inTurn(pages(asked, originOf(bench.servers[asked]), LONG_THREADS, 1));
  return against(
    'open a thread, 20 posts',
    await compared(bench, ['ours', 'bare', 'apollo'], ask),
    { floor: 0.2, aim: 0.5 },
    { floor: 4, aim: 1.3 },
  );
}

/** 4 */
export async function reply(bench: Bench): Promise<Line[]> {
  const ask = (asked: Asked) => replies(asked as 'bare' | 'ours', originOf(bench.servers[asked]), bench.small.size);
  return against('durable reply', await compared(bench, ['ours', 'bare'], ask), { floor: 0.25, aim: 0.6 });
}

/** 6 */
export async function deepPage(bench: Bench): Promise<Line[]> {
  const { first, deep } = deepPages(originOf(bench.servers.ours));
  return [
    await pairwise(
      bench,
      'page 245 of a thread of 5,000 posts, base its first page: ms',
      bench.servers.ours,
      deep,
      bench.servers.ours,
      first,
    ),
  ];
}

/** 6, with ten times the data */
export async function larger(bench: Bench): Promise<Line[]> {
  const { large, small, servers } = bench;
  if (!large || !servers.large) return [];
  const inSmall = lists('ours', originOf(servers.ours), 20, await newestIds(small.url, 20));
  const inLarge = lists('ours', originOf(servers.large), 20, await newestIds(large.url, 20));
  return [await pairwise(bench, 'newest 20 threads in 10× data, base 1×: ms', servers.large, inLarge, servers.ours, inSmall)];
}

/** Two kinds of question in turn, one by one, so that whatever else the machine does meets both. */
async function pairwise(
  bench: Bench,
  measure: string,
  server: Running,
  ours: Question[],
  baseServer: Running,
  base: Question[],
): Promise<Line> {
  const [first, second] = [new Connection(server.url), new Connection(baseServer.url)];
  const times: [number[], number[]] = [[], []];
  const last = performance.now() + bench.seconds * bench.rounds * 1000;
  try {
    for (let i = 0; performance.now() < last; i++) {
      const turn = Math.floor(i / 2);
      const which = ((i % 2) ^ (turn % 2)) as 0 | 1;
      const question = (which === 0 ? ours[turn % ours.length] : base[turn % base.length]) as Question;
      const asked = performance.now();
      const { status, body } = await (which === 0 ? first : second).send(question.bytes);
      if (turn > 50) times[which].push(performance.now() - asked);
      check(question, status, body);
    }
  } finally {
    first.close();
    second.close();
  }
  const ratio = median(times[0]) / median(times[1]);
  return {
    measure,
    ours: shown(median(times[0])),
    base: shown(median(times[1])),
    ratio: shown(ratio),
    value: ratio,
    limits: { floor: 1.2, aim: 1.05, better: 'lower' },
  };
}

/** 5, as far as it is built: what the quick switcher needs to find something. */
export async function goTo(bench: Bench): Promise<Line[]> {
  const questions = searches(originOf(bench.servers.ours));
  const connection = new Connection(bench.servers.ours.url);
  const first = await connection.send((questions[0] as Question).bytes);
  connection.close();
  if (!JSON.parse(first.body.toString('utf8')).data?.goTo) return [{ measure: 'quick switcher', ours: 'not built' }];
  const measured: Measured = { server: bench.servers.ours, postgresPid: bench.house.postgresPid };
  await round(measured, inTurn(questions), 1, CONNECTIONS);
  const one = await round(measured, inTurn(questions), bench.seconds, CONNECTIONS);
  return [{ measure: 'quick switcher: processor ms an answer', ours: shown(one.processorMs) }];
}

/** 7, and memory of 10 */
export async function fanOuts(bench: Bench): Promise<Line[]> {
  const lines: Line[] = [];
  // A server that has just started, so that the memory is that of the sockets and not of what was measured before.
  const fresh = await startOurs(bench.folder, bench.small.url);
  try {
    const times = Math.max(10, Math.round(bench.seconds * bench.rounds * 2));
    for (const sockets of [200, 1000]) {
      const bare = await fanOut('bare', bench.servers.bare, originOf(bench.servers.bare), sockets, FAN_OUT_THREAD, times);
      const ours = await fanOut('ours', fresh, originOf(fresh), sockets, FAN_OUT_THREAD, times);
      const line = (what: string, of: 'p50' | 'p99' | 'perSecond', limits?: Line['limits']): Line => ({
        measure: `reply to ${sockets} sockets: ${what}, base socket.io alone`,
        ours: shown(ours[of]),
        base: shown(bare[of]),
        ratio: shown(of === 'perSecond' ? ours[of] / bare[of] : bare[of] / ours[of]),
        value: ours[of],
        ...(limits && sockets === 1000 ? { limits } : {}),
      });
      lines.push(line('p50 ms', 'p50', { floor: 500, aim: 35, better: 'lower' }));
      lines.push(line('p99 ms', 'p99', { floor: 500, aim: 120, better: 'lower' }));
      lines.push({
        ...line('deliveries a second in a burst', 'perSecond', { floor: 0, aim: 40_000, better: 'higher' }),
        ...(sockets === 1000 ? { floor: '–' } : {}),
      });
      if (sockets < 1000) continue;
      lines.push({
        measure: 'memory with 1,000 sockets: MB, base socket.io alone',
        ours: shown(ours.memory),
        base: shown(bare.memory),
        value: ours.memory,
        limits: { floor: 260, aim: 180, better: 'lower' },
      });
    }
  } finally {
    await fresh.stop();
  }
  return lines;
}

/** 8 */
export async function drafting(bench: Bench): Promise<Line[]> {
  if (!(await canDraft(bench.small.url))) return [{ measure: 'writing together', ours: 'not built' }];
  const lines: Line[] = [];
  for (const editors of [2, 10, 50]) {
    const seconds = Math.max(3, bench.seconds * 2);
    const base = await draft(bench.servers.bare, bench.small.url, editors, seconds);
    const ours = await draft(bench.servers.ours, bench.small.url, editors, seconds);
    for (const [what, of] of [
      ['others see it', 'heard'],
      ['it is stored', 'confirmed'],
    ] as const) {
      for (const [name, part] of [
        ['p50', 0.5],
        ['p99', 0.99],
      ] as const) {
        const value = percentile(ours[of], part);
        const before = percentile(base[of], part);
        const limits = name === 'p50' ? { floor: 60, aim: 10 } : { floor: 200, aim: 40 };
        lines.push({
          measure: `${editors} write together, 2 edits a second each: until ${what}, ${name} ms, base relay`,
          ours: shown(value),
          base: shown(before),
          ratio: shown(before / value),
          value,
          ...(editors === 50 && of === 'heard' ? { limits: { ...limits, better: 'lower' } } : {}),
        });
      }
    }
  }
  return lines;
}

/** 9, and memory of 10 */
export async function startUp(bench: Bench): Promise<Line[]> {
  const question = lists('ours', '', 20, await newestIds(bench.small.url, 20))[0] as Question;
  const times: number[] = [];
  const held: number[] = [];
  for (let i = 0; i < Math.max(3, bench.rounds); i++) {
    const begin = performance.now();
    const server = await startOurs(bench.folder, bench.small.url);
    // Its own address is part of the question.
    const [own] = lists('ours', originOf(server), 20, await newestIds(bench.small.url, 20));
    const connection = new Connection(server.url);
    const { status, body } = await connection.send((own ?? question).bytes);
    times.push((performance.now() - begin) / 1000);
    check(own ?? question, status, body);
    await sleep(2000);
    held.push(memory(server.pid));
    connection.close();
    await server.stop();
  }
  return [
    {
      measure: 'start to first right answer: s',
      ours: shown(median(times)),
      value: median(times),
      limits: { floor: 3, aim: 1.2, better: 'lower' },
    },
    {
      measure: 'memory after start: MB',
      ours: shown(median(held)),
      value: median(held),
      limits: { floor: 200, aim: 130, better: 'lower' },
    },
  ];
}

/** 11 */
export async function statements(bench: Bench): Promise<Line[]> {
  const { url, size } = bench.small;
  const server = await startOurs(bench.folder, await writtenDown(url), { JOBS: 'off' });
  try {
    const origin = originOf(server);
    const asked: [string, () => Question][] = [
      ['thread list', inTurn(lists('ours', origin, 20, await newestIds(url, 20)))],
      ['thread', inTurn(pages('ours', origin, LONG_THREADS, 1))],
      ['reply', replies('ours', origin, size)],
    ];
    const lines: Line[] = [];
    for (const [name, next] of asked) {
      const said = await count(server, bench.house.log, next);
      const transaction = said.transactions > 0 ? ' + a transaction' : '';
      lines.push({
        measure: `SQL statements: ${name}`,
        ours: `${said.statements}${transaction}`,
        value: said.statements,
        limits: { floor: 6, aim: 3, better: 'lower' },
      });
    }
    return lines;
  } finally {
    await server.stop();
  }
}

/** 12 */
export async function webClient(): Promise<Line[]> {
  const size = firstLoad();
  if (size === undefined) return [{ measure: 'first load of the web client', ours: 'not built' }];
  return [
    {
      measure: 'first load of the web client: kB of JavaScript, gzip',
      ours: shown(size),
      value: size,
      limits: { floor: 300, aim: 200, better: 'lower' },
    },
  ];
}

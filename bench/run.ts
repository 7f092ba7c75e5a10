import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { House } from './house.js';
import * as measures from './measures.js';
import { endAll } from './processes.js';
import { WrongAnswer } from './rounds.js';
import { build, startOurs, startStandIn } from './servers.js';
import { type Line, tableOf } from './table.js';

const MEASURES: Record<string, (bench: measures.Bench) => Promise<Line[]>> = {
  list: measures.threadList,
  thread: measures.openThread,
  deep: measures.deepPage,
  larger: measures.larger,
  goto: measures.goTo,
  reply: measures.reply,
  'fan-out': measures.fanOuts,
  drafting: measures.drafting,
  statements: measures.statements,
  start: measures.startUp,
  web: measures.webClient,
};

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');

const wanted = values.only?.length ? values.only : Object.keys(MEASURES);
const unknown = wanted.filter((name) => !MEASURES[name]);
if (unknown.length > 0) {
  say(`There is no measure ${unknown.join(', ')}; there are ${Object.keys(MEASURES).join(', ')}.`);
  process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void finish(130));

say(`Node ${process.version}, ${availableParallelism()} processors, load ${load()}`);
const house = await House.open();
let code = 0;
try {
  await build(house.folder);
  const small = await house.database(1, say);
  const large = values.scale === '10' ? await house.database(10, say) : undefined;
  const bench: measures.Bench = {
    house,
    folder: house.folder,
    small,
    seconds: Number(values.seconds),
    rounds: Number(values.rounds),
    servers: {
      ours: await startOurs(house.folder, small.url),
      bare: await startStandIn('bare', small.url),
      apollo: await startStandIn('apollo', small.url),
      ...(large ? { large: await startOurs(house.folder, large.url) } : {}),
    },
    ...(large ? { large } : {}),
  };
  const lines: Line[] = [];
  for (const name of wanted) {
    say(`… ${name} (load ${load()})`);
    try {
      lines.push(...((await MEASURES[name]?.(bench)) ?? []));
    } catch (error) {
      if (error instanceof WrongAnswer) code = 1;
      say(`${name}: ${error instanceof WrongAnswer ? `wrong answer: ${error.message}` : ((error as Error).stack ?? String(error))}`);
      lines.push({ measure: name, ours: error instanceof WrongAnswer ? 'WRONG ANSWER' : 'failed' });
    }
  }
  say(`\n${tableOf(lines)}\n\nload ${load()}`);
} finally {
  await finish(code);
}

async function finish(exitCode: number): Promise<void> {
  await endAll();
  await house.close();
  process.exit(exitCode);
}

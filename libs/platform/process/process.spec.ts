import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { assertPortFree, freePort } from './index.js';

/** Runs a little program of ours in a process of its own. */
function program(code: string, channel = false) {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/typescript.mjs', '--input-type=module', '--eval', `import * as p from '#platform/process';${code}`],
    {
      stdio: channel ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = (async () => {
    const [output, errors, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]);
    return { output, errors, code: code as number | null };
  })();
  return { child, ended, ready: once(child.stdout!, 'data') };
}

describe('run', () => {
  it('tells a mendable failure in one sentence', async () => {
    const { errors, code } = await program(`await p.run(async () => { throw new p.StartError('Set PORT.'); })`).ended;
    expect(errors).toBe('Set PORT.\n');
    expect(code).toBe(1);
  });

  it('keeps the stack of a failure of ours', async () => {
    const { errors, code } = await program(`await p.run(async () => { throw new TypeError('oh'); })`).ended;
    expect(errors).toMatch(/TypeError: oh\n\s+at /);
    expect(code).toBe(1);
  });

  it('knows a taken port by itself', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    const { errors } = await program(
      `const { createServer } = await import('node:net');
       await p.run(() => new Promise((_, no) => createServer().on('error', no).listen(${port}, '127.0.0.1')))`,
    ).ended;
    expect(errors).toBe(`Port ${port} is taken by another program; stop that program or set PORT to a free one.\n`);
    await expect(assertPortFree(port, '127.0.0.1', 0)).rejects.toThrow(/^Port \d+ is taken/);
    holder.close();
    await assertPortFree(await freePort(), '127.0.0.1', 0);
  });
});

describe('onStop', () => {
  const held = `p.onStop(async () => { console.log('stopped in order'); }); setInterval(() => undefined, 1000); console.log('ready');`;

  it.each(['SIGINT', 'SIGTERM'] as const)('stops once on %s', async (signal) => {
    const { child, ended, ready } = program(held);
    await ready;
    child.kill(signal);
    expect(await ended).toMatchObject({ output: expect.stringMatching(/stopped in order\n$/) as string, code: 0 });
  });

  it('stops when the parent is gone', async () => {
    const { child, ended, ready } = program(held, true);
    await ready;
    child.disconnect();
    expect(await ended).toMatchObject({ output: expect.stringMatching(/stopped in order\n$/) as string, code: 0 });
  });
});

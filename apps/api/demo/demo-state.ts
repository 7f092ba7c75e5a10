import { asking } from '../prepare-database.js';

declare module '#platform/events' {
  interface EventPayloads {
    'demo.begun': object;
    'demo.finished': object;
  }
}

/**
 * What the demo would find: a database in which nobody has been yet, one in which its loading was cut short, or one in use, which it leaves alone.
 */
export type DemoState = 'empty' | 'half-loaded' | 'in use';

/**
 * Looks whether the demo may load, and whether it was loading when its process died. Communities say nothing: what the demo founds as people do becomes demo
 * content a moment later.
 */
export function demoState(url: string): Promise<DemoState> {
  return asking(url, async (client) => {
    const { rows } = await client.query<{ used: boolean; half: boolean; own: boolean }>(`
      select exists (select from person) or exists (select from community) or exists (select from organisation) as used,
             exists (select from event where name = 'demo.begun') and not exists (select from event where name = 'demo.finished') as half,
             exists (select from person where not is_demo) or exists (select from organisation where not is_demo) as own`);
    const [found] = rows;
    if (found?.half && !found.own) return 'half-loaded';
    return found?.used ? 'in use' : 'empty';
  });
}

/** Whether people have made communities or organisations of their own beside the demo. */
export function hasOwnContent(url: string): Promise<boolean> {
  return asking(url, async (client) => {
    const { rows: tables } = await client.query<{ present: boolean }>(`select to_regclass('community') is not null as present`);
    if (!tables[0]?.present) return false;
    const { rows } = await client.query<{ own: boolean }>(
      `select exists (select from community where not is_demo) or exists (select from organisation where not is_demo) as own`,
    );
    return rows[0]?.own ?? false;
  });
}

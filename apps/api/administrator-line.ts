import type { INestApplicationContext } from '@nestjs/common';
import { SignIn } from '#domain/people';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';

const DEMO_ADMINISTRATOR = 'administrator@demo.example';

/**
 * What the console says about the first administrator: a link for ADMINISTRATOR_EMAIL (in the demo for an account of its own) while there is no administrator, or how to get one.
 * Whoever can read the console runs the server, so the link needs no mail; it is good once and for a day.
 */
export async function administratorLine(app: INestApplicationContext, config: Config): Promise<string | null> {
  const { rows } = await app
    .get(Database)
    .pool.query<{ there: boolean }>('select exists (select from person where is_administrator) as there');
  if (rows[0]?.there) return null;
  // In the demo somebody shall be able to try administration without setting anything first.
  const email = config.administratorEmail ?? (config.demo ? DEMO_ADMINISTRATOR : null);
  if (email) {
    const link = await app.get(SignIn, { strict: false }).createAdministratorLink(email);
    return `Become the administrator, once, within a day:  ${link}`;
  }
  return 'There is no administrator yet: set ADMINISTRATOR_EMAIL to your address and start again.';
}

import type { INestApplicationContext } from '@nestjs/common';
import { SignIn } from '#domain/people';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';

/**
 * What the console says about the first administrator: a link for ADMINISTRATOR_EMAIL while there is no administrator, or how to get one.
 * Whoever can read the console runs the server, so the link needs no mail; it is good once and for a day.
 */
export async function administratorLine(app: INestApplicationContext, config: Config): Promise<string | null> {
  const { rows } = await app
    .get(Database)
    .pool.query<{ there: boolean }>('select exists (select from person where is_administrator) as there');
  if (rows[0]?.there) return null;
  if (config.administratorEmail) {
    const link = await app.get(SignIn, { strict: false }).createAdministratorLink(config.administratorEmail);
    return `Become the administrator, once, within a day:  ${link}`;
  }
  return config.demo ? null : 'There is no administrator yet: set ADMINISTRATOR_EMAIL to your address and start again.';
}

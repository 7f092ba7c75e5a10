import { type Person, pictureUrl } from '#domain/people';

/** The columns of a person beside a contribution, under a prefix; `authorOf` makes the person of them. */
export const authorColumns = <Prefix extends string>(alias: string, prefix: Prefix): string =>
  `${alias}.id as ${prefix}_id, ${alias}.name as ${prefix}_name, ${alias}.headline as ${prefix}_headline,
   ${alias}.picture_file_id as ${prefix}_picture, ${alias}.is_demo as ${prefix}_is_demo`;

/** Joins the person of each row. The limit keeps the planner from reading all people to find the few of a page. */
export const joinAuthor = (alias: string, id: string): string =>
  `left join lateral (select * from person where id = ${id} limit 1) ${alias} on true`;

/** A person as shown beside a contribution: what everyone who reads the contribution may see, so it also goes to rooms. */
export const author = (id: string, name: string, headline: string | null, picture: string | null, isDemo: boolean): Person =>
  ({ id, name, headline, pictureFileId: picture, pictureUrl: pictureUrl(picture), isDemo }) as Person;

/** The same where the contribution may be unattributed. */
export const authorIfNamed = (
  id: string | null,
  name: string,
  headline: string | null,
  picture: string | null,
  isDemo: boolean,
): Person | null => (id === null ? null : author(id, name, headline, picture, isDemo));

/** The person as a room message carries it. */
export const authorTold = ({ id, name, headline, pictureUrl: url, isDemo }: Person): object => ({
  __typename: 'Person',
  id,
  name,
  headline,
  pictureUrl: url,
  isDemo,
});

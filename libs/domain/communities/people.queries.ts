import { Organisation, Person } from '#domain/people';

/** What others may see of a person, from the alias `p`: never the address. */
export const PERSON_JSON = `json_build_object('id', p.id, 'name', p.name, 'headline', p.headline, 'about', p.about, 'languages', p.languages,
  'timeZone', p.time_zone, 'pictureFileId', p.picture_file_id, 'isDemo', p.is_demo, 'keptHeadline', p.kept_headline, 'shown', p.shown)`;

const ORGANISATION_KEYS = `'id', o.id, 'name', o.name, 'type', o.type, 'country', o.country, 'city', o.city, 'about', o.about, 'website', o.website, 'isDemo', o.is_demo`;

/** An organisation from the alias `o` of a left join; null where there is none. */
export const ORGANISATION_JSON = `case when o.id is not null then json_build_object(${ORGANISATION_KEYS}) end`;

export const asPerson = (row: Partial<Person>): Person => Object.assign(new Person(), row);
export const asOrganisation = (row: Partial<Organisation> | null): Organisation | null =>
  row ? Object.assign(new Organisation(), row) : null;

/** What a room hears of a person. */
export const publicPerson = ({ id, name, headline, pictureUrl }: Person) => ({ id, name, headline, pictureUrl });

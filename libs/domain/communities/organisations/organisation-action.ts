import { registerEnumType } from '@nestjs/graphql';

/** What the viewer may do to an organisation: the policy's actions as the schema names them. */
export enum OrganisationAction {
  READ = 'READ',
  EDIT = 'EDIT',
  MANAGE_PEOPLE = 'MANAGE_PEOPLE',
  VERIFY = 'VERIFY',
  DOUBT = 'DOUBT',
}
registerEnumType(OrganisationAction, {
  name: 'OrganisationAction',
  description: 'What the viewer may do to an organisation.',
  valuesMap: {
    READ: { description: 'See its page.' },
    EDIT: { description: 'Change its page.' },
    MANAGE_PEOPLE: { description: 'Say who belongs to it and who may act for it.' },
    VERIFY: { description: 'Vouch that it is what it says.' },
    DOUBT: { description: 'Take that back, and say why.' },
  },
});

export { ColorScheme, Person, pictureUrl } from './person.entity.js';
export { Organisation, OrganisationConnection, OrganisationType } from './organisation.entity.js';
export { OrganisationSeat } from './organisation-seat.entity.js';
export { People } from './people.service.js';
export { Organisations } from './organisations.service.js';
export { PeopleModule } from './people.module.js';
export { Line, Lines } from './text-rules.js';

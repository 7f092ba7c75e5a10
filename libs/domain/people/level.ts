import { registerEnumType } from '@nestjs/graphql';

/** Where a community or an organisation works. */
export enum Level {
  LOCAL = 'LOCAL',
  REGIONAL = 'REGIONAL',
  NATIONAL = 'NATIONAL',
  EU = 'EU',
  INTERNATIONAL = 'INTERNATIONAL',
}

registerEnumType(Level, {
  name: 'Level',
  description: 'Where something works.',
  valuesMap: {
    LOCAL: { description: 'A city, town or district.' },
    REGIONAL: { description: 'A region or federal state.' },
    NATIONAL: { description: 'A country.' },
    EU: { description: 'The European Union.' },
    INTERNATIONAL: { description: 'Beyond the European Union.' },
  },
});

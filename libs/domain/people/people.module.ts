import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationSeat } from './organisation-seat.entity.js';
import { Organisation } from './organisation.entity.js';
import { Organisations } from './organisations.service.js';
import { People } from './people.service.js';
import { Person } from './person.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Person, Organisation, OrganisationSeat])],
  providers: [People, Organisations],
  exports: [People, Organisations],
})
export class PeopleModule {}

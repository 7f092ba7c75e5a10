import { Global, Module } from '@nestjs/common';
import { keepsOfPeople, PersonalData } from './personal-data.js';
import { PLATFORM } from './platform-holdings.js';

@Global()
@Module({ providers: [PersonalData, keepsOfPeople('platform', PLATFORM)], exports: [PersonalData] })
export class PersonalDataModule {}

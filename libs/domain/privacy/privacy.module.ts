import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '#domain/people';
import { keepsOfPeople } from '#platform/personal-data';
import { DeletionMails } from './deletion/deletion-mails.js';
import { DeletionRegister } from './deletion/deletion-register.js';
import { Deletions } from './deletion/deletions.service.js';
import { DownloadsController } from './downloads/downloads.controller.js';
import { Downloads } from './downloads/downloads.service.js';
import { PersonalDownload } from './downloads/personal-download.entity.js';
import { Names } from './named/names.service.js';
import { PrivacyResolver } from './privacy.resolver.js';

@Module({
  imports: [PeopleModule, TypeOrmModule.forFeature([PersonalDownload])],
  controllers: [DownloadsController],
  providers: [
    Downloads,
    Deletions,
    DeletionRegister,
    DeletionMails,
    Names,
    PrivacyResolver,
    keepsOfPeople('privacy', {
      holdings: [{ column: 'personal_download.person_id', erased: 'DELETE', why: 'The downloads themselves.' }],
    }),
  ],
})
export class PrivacyModule {}

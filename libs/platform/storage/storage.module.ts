import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FileStore } from './file-store.js';
import { FilesController } from './files.controller.js';
import { Files } from './files.js';
import { StoredFile } from './stored-file.entity.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([StoredFile])],
  controllers: [FilesController],
  providers: [FileStore, Files],
  exports: [FileStore, Files],
})
export class StorageModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Scheme } from './scheme.entity.js';
import { Term } from './term.entity.js';
import { SchemesResolver, TermsResolver } from './vocabulary.resolver.js';
import { Vocabulary } from './vocabulary.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Scheme, Term])],
  providers: [Vocabulary, SchemesResolver, TermsResolver],
  exports: [Vocabulary],
})
export class VocabularyModule {}

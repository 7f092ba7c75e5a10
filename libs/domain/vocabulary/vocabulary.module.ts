import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { VocabularyEditingResolver } from './editing.resolver.js';
import { VocabularyEditing } from './editing.service.js';
import { FirstWords } from './first-words.service.js';
import { VocabularyImport } from './import.service.js';
import { Scheme } from './scheme.entity.js';
import { Term } from './term.entity.js';
import { VocabularyChange } from './vocabulary-change.entity.js';
import { VocabularyController } from './vocabulary.controller.js';
import { SchemesResolver, TermsResolver, VocabularyChangesResolver } from './vocabulary.resolver.js';
import { Vocabulary } from './vocabulary.service.js';
import { WordBook } from './word-book.service.js';
import { keepsOfPeople } from '#platform/personal-data';
import { VOCABULARY_DATA } from './vocabulary.personal-data.js';

@Module({
  imports: [TypeOrmModule.forFeature([Scheme, Term, VocabularyChange])],
  controllers: [VocabularyController],
  providers: [
    keepsOfPeople('vocabulary', VOCABULARY_DATA),
    Vocabulary,
    WordBook,
    VocabularyEditing,
    VocabularyImport,
    FirstWords,
    SchemesResolver,
    TermsResolver,
    VocabularyChangesResolver,
    VocabularyEditingResolver,
  ],
  exports: [Vocabulary, FirstWords],
})
export class VocabularyModule {}

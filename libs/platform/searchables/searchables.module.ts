import { Global, Module } from '@nestjs/common';
import { Searchables } from './searchables.js';

@Global()
@Module({ providers: [Searchables], exports: [Searchables] })
export class SearchablesModule {}

import { Module } from '@nestjs/common';
import { GoTo, GoToResolver } from './go-to.js';

@Module({ providers: [GoTo, GoToResolver] })
export class SearchModule {}

import { Module } from '@nestjs/common';
import { GoToResolver } from './go-to.resolver.js';
import { GoTo } from './go-to.service.js';

@Module({ providers: [GoTo, GoToResolver] })
export class SearchModule {}

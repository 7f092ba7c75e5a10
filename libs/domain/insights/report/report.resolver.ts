import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { CommunityReport } from './community-report.js';
import { ReportNote } from './report-note.entity.js';
import { WriteReportNoteInput } from './report.inputs.js';
import { Reports } from './reports.service.js';

@Resolver(() => CommunityReport)
export class ReportResolver {
  constructor(private readonly reports: Reports) {}

  @Query(() => CommunityReport, { description: 'A period of a community in numbers, for its coordinators.' })
  communityReport(
    @CurrentActor() actor: Actor,
    @Args('communityId', { type: () => ID, description: 'Which community.' }) communityId: string,
    @Args('from', { type: () => String, description: 'The first day, like 2026-01-01.' }) from: string,
    @Args('until', { type: () => String, description: 'The last day, like 2026-12-31; at most five years later.' }) until: string,
  ): Promise<CommunityReport> {
    return this.reports.of(actor, communityId, from, until);
  }

  @Mutation(() => ReportNote, { description: 'Writes the coordinators’ words about a year.' })
  writeReportNote(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which year, and the words.' }) input: WriteReportNoteInput,
  ): Promise<ReportNote> {
    return this.reports.note(actor, input);
  }
}

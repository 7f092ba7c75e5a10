import { Args, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentLoaders, CurrentRequest, type Loaders, type RequestContext } from '#platform/auth';
import { CommunityActorSource } from '../actor-source.js';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { PolicyProcess } from '../policy-process.entity.js';
import { RowFault } from './cohort-rows.js';
import { Cohorts, type Started } from './cohorts.service.js';
import { Cohort, StartItem, Template } from './template.entities.js';
import { TemplateContent } from './template-content.js';
import { templatePolicy } from './template.policy.js';
import { Templates } from './templates.service.js';
import {
  CreateTemplateInput,
  EditTemplateInput,
  PreviewCohortInput,
  RetireTemplateInput,
  StartCohortInput,
  StartFromTemplateInput,
  TickStartItemInput,
} from './templates.inputs.js';

@ObjectType({ description: 'A community of a cohort, and how far it is.' })
export class CohortCommunity {
  @Field(() => Community, { description: 'Which one.' })
  community!: Community;
  @Field(() => String, { description: 'Where it is.' })
  place!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'How much of its first steps is done; for the coordinators of what it is part of, and its own members.',
  })
  done!: number | null;
  @Field(() => Int, { nullable: true, description: 'How many first steps there are; for the same people.' })
  toDo!: number | null;
}

/** Templates: for everyone who may start something from them. */
@Resolver(() => Template)
export class TemplatesResolver {
  constructor(
    private readonly templatesOf: Templates,
    private readonly communities: Communities,
  ) {}

  @Query(() => [Template], { description: 'Templates in use that the viewer may start from: those of the platform first.' })
  templates(
    @CurrentActor() actor: Actor,
    @Args('ownerId', { type: () => ID, nullable: true, description: 'Only those of this community.' }) ownerId?: string | null,
  ): Promise<Template[]> {
    return this.templatesOf.list(actor, ownerId ?? null);
  }

  @Query(() => Template, { description: 'One template.' })
  template(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Which.' }) id: string): Promise<Template> {
    return this.templatesOf.get(actor, id);
  }

  @Query(() => TemplateContent, { description: 'What a template made from this community would hold; for its members.' })
  templateFrom(
    @CurrentActor() actor: Actor,
    @Args('communityId', { type: () => ID, description: 'From which community.' }) communityId: string,
  ): Promise<TemplateContent> {
    return this.templatesOf.contentOf(actor, communityId);
  }

  @Mutation(() => Template, { description: 'Writes a template.' })
  createTemplate(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What it holds.' }) input: CreateTemplateInput,
  ): Promise<Template> {
    return this.templatesOf.create(actor, input);
  }

  @Mutation(() => Template, { description: 'Writes the next version of a template.' })
  editTemplate(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What it holds.' }) input: EditTemplateInput,
  ): Promise<Template> {
    return this.templatesOf.edit(actor, input);
  }

  @Mutation(() => Template, { description: 'Takes a template out of use.' })
  retireTemplate(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: RetireTemplateInput): Promise<Template> {
    return this.templatesOf.retire(actor, input);
  }

  @ResolveField(() => Community, { nullable: true, description: 'The community it belongs to; null for the platform.' })
  async owner(@Parent() template: Template, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Community | null> {
    const owner = template.ownerId ? await loaders.load(this.communities.communitiesByIds, template.ownerId) : null;
    return owner && communityPolicy.read(actor, owner) ? owner : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it or take it out of use.' })
  mayEdit(@Parent() template: Template, @CurrentActor() actor: Actor): boolean {
    return templatePolicy.edit(actor, template);
  }
}

/** Starting from templates, and what became of it. */
@Resolver(() => Cohort)
export class CohortsResolver {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly templates: Templates,
    private readonly all: Communities,
    private readonly actors: CommunityActorSource,
  ) {}

  @Query(() => Cohort, { description: 'A cohort, for those who see what it is part of.' })
  cohort(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Which.' }) id: string): Promise<Cohort> {
    return this.cohorts.get(actor, id);
  }

  @Query(() => [RowFault], { description: 'Everything that is wrong with a table, before anything starts; for coordinators.' })
  previewCohort(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The table.' }) input: PreviewCohortInput,
  ): Promise<RowFault[]> {
    return this.cohorts.preview(actor, input);
  }

  @Mutation(() => Cohort, { description: 'Starts every community of a table, or none.' })
  async startCohort(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'The table, and from what.' }) input: StartCohortInput,
  ): Promise<Cohort> {
    const cohort = await this.cohorts.start(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return cohort;
  }

  @Mutation(() => Community, { description: 'Starts one community from a template.' })
  async startFromTemplate(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which, and from what.' }) input: StartFromTemplateInput,
  ): Promise<Community> {
    const community = await this.cohorts.startOne(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return this.all.seenBy(context.actor, community.id);
  }

  @Mutation(() => StartItem, { description: 'Ticks off one of the first steps of a community, or a role or seat that was found.' })
  tickStartItem(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: TickStartItemInput): Promise<StartItem> {
    return this.cohorts.tick(actor, input);
  }

  @ResolveField(() => Community, { description: 'What its communities are parts of.' })
  async community(@Parent() cohort: Cohort, @CurrentLoaders() loaders: Loaders): Promise<Community> {
    return (await loaders.load(this.all.communitiesByIds, cohort.communityId)) as Community;
  }

  @ResolveField(() => String, { description: 'The name of the template they started from.' })
  async templateName(@Parent() cohort: Cohort, @CurrentLoaders() loaders: Loaders): Promise<string> {
    return (await loaders.load(this.templates.templatesByIds, cohort.templateId))?.name ?? '';
  }

  @ResolveField(() => PolicyProcess, { nullable: true, description: 'The policy process that all of them are tied to.' })
  async policyProcess(@Parent() cohort: Cohort, @CurrentLoaders() loaders: Loaders): Promise<PolicyProcess | null> {
    return cohort.policyProcessId ? loaders.load(this.cohorts.processesByIds, cohort.policyProcessId) : null;
  }

  @ResolveField(() => [CohortCommunity], { description: 'Its communities by name, where the viewer may see them.' })
  async communities(
    @Parent() cohort: Cohort,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<CohortCommunity[]> {
    const [whole, started] = await Promise.all([
      loaders.load(this.all.communitiesByIds, cohort.communityId),
      loaders.load(this.cohorts.communitiesOf, cohort.id),
    ]);
    const leads = whole !== null && communityPolicy.connect(actor, whole);
    return (started ?? [])
      .filter((one) => communityPolicy.read(actor, one))
      .map((one: Started) => {
        const sees = leads || actor.isMemberOf(one.id);
        return { community: one, place: one.place, done: sees ? one.done : null, toDo: sees ? one.toDo : null };
      });
  }
}

/** What a community has of its beginning. */
@Resolver(() => Community)
export class CommunityStartResolver {
  constructor(private readonly starting: Cohorts) {}

  @ResolveField(() => [Cohort], { description: 'Cohorts that started as parts of it, the latest first.' })
  async cohorts(@Parent() community: Community, @CurrentLoaders() loaders: Loaders): Promise<Cohort[]> {
    return (await loaders.load(this.starting.cohortsOf, community.id)) ?? [];
  }

  @ResolveField(() => Cohort, { nullable: true, description: 'The cohort that it started in.' })
  async cohort(@Parent() community: Community, @CurrentLoaders() loaders: Loaders): Promise<Cohort | null> {
    const start = await loaders.load(this.starting.startsOf, community.id);
    return start?.cohortId ? loaders.load(this.starting.cohortsByIds, start.cohortId) : null;
  }

  @ResolveField(() => [StartItem], {
    description:
      'First steps, and roles and seats it looks for: what is looked for is for everyone who sees it, the steps for those who lead it.',
  })
  async startItems(@Parent() community: Community, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<StartItem[]> {
    const items = (await loaders.load(this.starting.itemsOf, community.id)) ?? [];
    const leads = communityPolicy.invite(actor, community);
    return items.filter((item) => leads || (item.part !== null && item.doneAt === null));
  }
}

import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { type Actor, authorize, type Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { uuid } from '#platform/graphql';
import { Communities } from '../communities.service.js';
import { COMMUNITY_COLUMNS } from '../communities.queries.js';
import type { Community } from '../community.entity.js';
import { JoinPolicy, MembershipRole } from '../community.enums.js';
import { communityPolicy } from '../community.policy.js';
import { FamilyTree } from '../family/family-tree.js';
import { Founding } from '../founding.service.js';
import { Groups } from '../groups/groups.service.js';
import { Invitations } from '../invitations.service.js';
import { PolicyProcess } from '../policy-process.entity.js';
import { type CohortRow, readRows, type RowFault } from './cohort-rows.js';
import { Cohort, CommunityStart, StartItem, type Template } from './template.entities.js';
import { Templates } from './templates.service.js';
import type { PreviewCohortInput, StartCohortInput, StartFromTemplateInput, TickStartItemInput } from './templates.inputs.js';

const COHORTS_BY_IDS: Statement = {
  name: 'cohorts.by-ids',
  text: `select id, community_id as "communityId", name, template_id as "templateId", template_version as "templateVersion",
                policy_process_id as "policyProcessId", started_at as "startedAt" from cohort where id = any($1::uuid[])`,
};
const COHORTS_OF: Statement = {
  name: 'cohorts.of',
  text: `select id, community_id as "communityId", name, template_id as "templateId", template_version as "templateVersion",
                policy_process_id as "policyProcessId", started_at as "startedAt" from cohort where community_id = any($1::uuid[]) order by started_at desc, id`,
};
const COMMUNITIES_OF: Statement = {
  name: 'cohorts.communities',
  text: `select ${COMMUNITY_COLUMNS}, s.cohort_id as "cohortId", s.place,
                (select count(*)::int from start_item i where i.community_id = c.id and i.part is null) as "toDo",
                (select count(*)::int from start_item i where i.community_id = c.id and i.part is null and i.done_at is not null) as done
           from community_start s join community c on c.id = s.community_id where s.cohort_id = any($1::uuid[]) order by plain(c.name), c.id`,
};
const PROCESSES: Statement = {
  name: 'cohorts.processes',
  text: `select id, name, short_name as "shortName", institution, level, summary, source_url as "sourceUrl" from policy_process where id = any($1::text[])`,
};
const STARTS: Statement = {
  name: 'cohorts.starts',
  text: `select community_id as "communityId", cohort_id as "cohortId", place from community_start where community_id = any($1::uuid[])`,
};
const ITEMS: Statement = {
  name: 'cohorts.items',
  text: `select id, community_id as "communityId", position, part, text, done_at as "doneAt" from start_item where community_id = any($1::uuid[]) order by position, id`,
};
const PART_NAMES: Statement = {
  name: 'cohorts.part-names',
  text: `select name from community where parent_id = $1 and merged_into_id is null`,
};

/** A community of a cohort, with how far it is. */
export interface Started extends Community {
  cohortId: string;
  place: string;
  toDo: number;
  done: number;
}

/** Starting from templates: one community, or a table of them at once. All or none. */
@Injectable()
export class Cohorts {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly templates: Templates,
    private readonly founding: Founding,
    private readonly tree: FamilyTree,
    private readonly groups: Groups,
    private readonly invitations: Invitations,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  readonly cohortsByIds: Batch<string, Cohort> = async (ids) => {
    const rows = await this.database.read<Cohort>(COHORTS_BY_IDS, [ids]);
    return ids.map((id) => rows.find((row) => row.id === id) ?? null);
  };
  /** The latest first; unfiltered. */
  readonly cohortsOf: Batch<string, Cohort[]> = async (ids) => {
    const rows = await this.database.read<Cohort>(COHORTS_OF, [ids]);
    return ids.map((id) => rows.filter((row) => row.communityId === id));
  };
  /** By name; unfiltered. */
  readonly communitiesOf: Batch<string, Started[]> = async (ids) => {
    const rows = await this.database.read<Started>(COMMUNITIES_OF, [ids]);
    return ids.map((id) => rows.filter((row) => row.cohortId === id));
  };
  readonly processesByIds: Batch<string, PolicyProcess> = async (ids) => {
    const rows = await this.database.read<PolicyProcess>(PROCESSES, [ids]);
    return ids.map((id) => rows.find((row) => row.id === id) ?? null);
  };
  readonly startsOf: Batch<string, Pick<CommunityStart, 'cohortId' | 'place'>> = async (ids) => {
    const rows = await this.database.read<CommunityStart>(STARTS, [ids]);
    return ids.map((id) => rows.find((row) => row.communityId === id) ?? null);
  };
  /** In their order; unfiltered. */
  readonly itemsOf: Batch<string, StartItem[]> = async (ids) => {
    const rows = await this.database.read<StartItem>(ITEMS, [ids]);
    return ids.map((id) => rows.filter((row) => row.communityId === id));
  };

  /** Seen by those who see what it is part of. @throws NotFound */
  async get(actor: Actor, id: string): Promise<Cohort> {
    const [cohort] = await this.cohortsByIds([uuid(id)]);
    if (!cohort) throw new NotFound();
    await this.communities.get(actor, cohort.communityId);
    return cohort;
  }

  /** Everything that is wrong with a table, before anything starts. */
  async preview(actor: Actor, input: PreviewCohortInput): Promise<RowFault[]> {
    const whole = await this.communities.get(actor, input.communityId);
    authorize(actor, communityPolicy, 'connect', whole);
    return readRows(input.rows, await this.partNames(whole.id)).faults;
  }

  /** Starts every row or none. The rows' coordinators are invited by mail; until they come, whoever starts coordinates. @throws Invalid */
  async start(actor: Actor, input: StartCohortInput): Promise<Cohort> {
    const template = await this.templates.toUse(actor, input.templateId);
    await this.invitations.countMany(actor, input.rows.filter(({ coordinatorEmail }) => coordinatorEmail).length);
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const whole = await this.tree.openParent(tx, actor, input.communityId, template.content.kind);
        const { rows, faults } = readRows(input.rows, await this.partNames(whole.id));
        refuse(faults, (fault) => `rows.${fault.row}.${fault.cell}`);
        if (input.policyProcessId && !(await tx.existsBy(PolicyProcess, { id: input.policyProcessId })))
          throw Invalid.field('policyProcessId', 'UNKNOWN_PROCESS', 'Choose a process from the list.');
        const cohort = await tx.save(
          tx.create(Cohort, {
            communityId: whole.id,
            name: input.name,
            templateId: template.id,
            templateVersion: template.version,
            policyProcessId: input.policyProcessId ?? null,
            startedById: actor.personId,
            startedAt: this.clock.now(),
          }),
        );
        for (const row of rows) await this.startRow(tx, actor, template, row, whole, cohort.id);
        await this.audit.note(tx, actor, 'communities.cohort-started', {
          communityId: whole.id,
          subject: { kind: 'cohort', id: cohort.id },
          details: { count: rows.length },
        });
        await this.events.publish(tx, 'communities.cohort-started', {
          communityId: whole.id,
          cohortId: cohort.id,
          startedById: actor.personId,
        });
        return { id: cohort.id };
      },
      (cohortId) => Promise.resolve({ id: cohortId }),
    );
    return this.get(actor, id);
  }

  /** @throws Invalid */
  async startOne(actor: Actor, input: StartFromTemplateInput): Promise<Community> {
    const template = await this.templates.toUse(actor, input.templateId);
    if (input.row.coordinatorEmail) await this.invitations.countMany(actor, 1);
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const parent = input.parentId ? await this.tree.openParent(tx, actor, input.parentId, template.content.kind) : null;
        const { rows, faults } = readRows([input.row], parent ? await this.partNames(parent.id) : []);
        refuse(faults, (fault) => `row.${fault.cell}`);
        const [row] = rows as [CohortRow];
        return this.startRow(tx, actor, template, row, parent, null);
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }

  /** Facilitators and coordinators tick off what is done or found. */
  async tick(actor: Actor, input: TickStartItemInput): Promise<StartItem> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const item = await tx.findOneBy(StartItem, { id: uuid(input.itemId) });
        const community = item && (await this.communities.get(actor, item.communityId));
        if (!item || !community || !communityPolicy.invite(actor, community)) throw new NotFound();
        const done = input.isDone
          ? { doneAt: item.doneAt ?? this.clock.now(), doneById: actor.personId }
          : { doneAt: null, doneById: null };
        await tx.update(StartItem, { id: item.id }, done);
        return { id: item.id };
      },
      (itemId) => Promise.resolve({ id: itemId }),
    );
    const item = await this.database.dataSource.manager.findOneBy(StartItem, { id: uuid(id) });
    if (!item) throw new NotFound();
    return item;
  }

  private async startRow(
    tx: Tx,
    actor: Actor,
    template: Template,
    row: CohortRow,
    parent: Community | null,
    cohortId: string | null,
  ): Promise<Community> {
    const { kind, level, themeIds, summary, charter, visibility, joinPolicy, wanted, rooms, checklist } = template.content;
    const here = (text: string) => text.replaceAll('{place}', row.place);
    const community = await this.founding.found(tx, actor, {
      name: row.name,
      kind,
      level,
      themeIds,
      visibility,
      joinPolicy,
      countries: [row.country],
      languages: row.language ? [row.language] : (parent?.languages.slice(0, 1) ?? [actor.language]),
      summary: here(summary),
      charter: { domain: here(charter.domain), community: here(charter.community), practice: here(charter.practice) },
      parentId: parent?.id ?? null,
    });
    const { id: communityId } = community;
    await tx.insert(CommunityStart, {
      communityId,
      templateId: template.id,
      templateVersion: template.version,
      cohortId,
      place: row.place,
    });
    const items = [...checklist.map((text) => ({ part: null, text })), ...wanted.map(({ part, title }) => ({ part, text: title }))];
    await tx.insert(
      StartItem,
      items.map((item, position) => ({ ...item, text: here(item.text), communityId, position })),
    );
    for (const { name, purpose } of rooms)
      await this.groups.foundWithin(tx, actor, community, {
        name: here(name).slice(0, 100),
        purpose: here(purpose),
        isHidden: false,
        joinPolicy: JoinPolicy.ON_REQUEST,
      });
    await this.events.publish(tx, 'communities.community-started-from-template', {
      communityId,
      templateId: template.id,
      templateVersion: template.version,
      startedById: actor.personId,
    });
    if (row.email) await this.invitations.write(tx, actor, communityId, { email: row.email, role: MembershipRole.COORDINATOR });
    return community;
  }

  private async partNames(communityId: string): Promise<string[]> {
    return (await this.database.read<{ name: string }>(PART_NAMES, [communityId])).map(({ name }) => name);
  }
}

function refuse(faults: RowFault[], path: (fault: RowFault) => string): void {
  if (faults.length > 0) throw new Invalid(faults.map((fault) => ({ path: path(fault), code: fault.code, message: fault.message })));
}

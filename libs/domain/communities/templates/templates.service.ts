import { Injectable } from '@nestjs/common';
import { THEMES, Vocabulary } from '#domain/vocabulary';
import { Audit } from '#platform/audit';
import { type Actor, authorize, type Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors';
import { uuid } from '#platform/graphql';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { Group } from '../groups/group.entity.js';
import { kindRules } from '../family/kinds.js';
import { Template, TemplateVersion } from './template.entities.js';
import type { SessionSeries, TemplateContent, TemplateContentInput } from './template-content.js';
import { type GovernedTemplate, templatePolicy } from './template.policy.js';
import type { CreateTemplateInput, EditTemplateInput, RetireTemplateInput } from './templates.inputs.js';

const COLUMNS = `t.id, t.owner_id as "ownerId", t.name, t.version, t.content, t.updated_at as "updatedAt", t.retired_at as "retiredAt",
  case when c.id is not null then json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'visibility', c.visibility) end as owner`;
const TEMPLATES: Statement = {
  name: 'templates.list',
  text: `select ${COLUMNS} from template t left join community c on c.id = t.owner_id
          where t.retired_at is null and (c.id is null or c.visibility = 'PUBLIC' or c.id = any($1::uuid[])) and ($2::uuid is null or t.owner_id = $2)
          order by c.id is not null, plain(t.name), t.id limit 200`,
};
const BY_IDS: Statement = {
  name: 'templates.by-ids',
  text: `select ${COLUMNS} from template t left join community c on c.id = t.owner_id where t.id = any($1::uuid[])`,
};

/** Somebody else has written the next version meanwhile. */
class TemplateMoved extends Conflict {
  constructor() {
    super('Somebody has changed this template meanwhile. Load it anew.', 'TEMPLATE_MOVED');
  }
}

/** What communities start from: written, kept in versions, taken out of use. */
@Injectable()
export class Templates {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly vocabulary: Vocabulary,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Base rows by id, unfiltered. */
  readonly templatesByIds: Batch<string, Template> = async (ids) => {
    const rows = await this.database.read<Template>(BY_IDS, [ids]);
    return ids.map((id) => rows.find((row) => row.id === id) ?? null);
  };

  /** In use and open to the actor: those of the platform first, then by name; of one community where it is named. */
  async list(actor: Actor, ownerId: string | null): Promise<Template[]> {
    return this.database.read<Template>(TEMPLATES, [actor.signedIn && actor.communityIds, ownerId && uuid(ownerId)]);
  }

  /** @throws NotFound */
  async get(actor: Actor, id: string): Promise<Template> {
    const [template] = await this.templatesByIds([uuid(id)]);
    authorize(actor, templatePolicy, 'read', template as (Template & GovernedTemplate) | null);
    return template as Template;
  }

  /** One that something may start from. @throws NotFound, Forbidden */
  async toUse(actor: Actor, id: string): Promise<Template> {
    const template = await this.get(actor, id);
    authorize(actor, templatePolicy, 'use', template);
    return template;
  }

  /** The sessions that come back in what started from this version. */
  async seriesOf(templateId: string, version: number): Promise<SessionSeries[]> {
    const kept = await this.database.dataSource.manager.findOneBy(TemplateVersion, { templateId, version });
    return kept?.content.series ?? [];
  }

  /** What a template made from an existing community would hold: for its members. */
  async contentOf(actor: Actor, communityId: string): Promise<TemplateContent> {
    const community = await this.communities.get(actor, communityId);
    if (!actor.isMemberOf(community.id)) throw new NotFound();
    const { kind, level, themeIds, summary, charter, visibility, joinPolicy } = community;
    const groups = await this.database.dataSource.manager.findBy(Group, { communityId: community.id, isHidden: false });
    return {
      kind,
      level,
      themeIds,
      summary: summary.slice(0, 800),
      charter: { domain: charter.domain, community: charter.community, practice: charter.practice },
      visibility,
      joinPolicy,
      wanted: [],
      rooms: groups.filter((group) => !group.archivedAt).map(({ name, purpose }) => ({ name, purpose })),
      series: [],
      checklist: [],
    };
  }

  create(actor: Actor, input: CreateTemplateInput): Promise<Template> {
    return this.writing(actor, input.mutationKey, async (tx) => {
      const owner = input.ownerId ? await tx.findOneBy(Community, { id: input.ownerId }) : null;
      if (input.ownerId) authorize(actor, communityPolicy, 'edit', owner);
      else if (!actor.isAdministrator) throw new Forbidden();
      const content = await this.checked(tx, input.content);
      const template = await tx.save(
        tx.create(Template, {
          ownerId: owner?.id ?? null,
          name: input.name,
          version: 1,
          content,
          updatedAt: this.clock.now(),
          retiredAt: null,
        }),
      );
      await this.keep(tx, template, actor);
      await this.note(tx, actor, 'communities.template-created', template);
      return template.id;
    });
  }

  /** @throws TemplateMoved */
  edit(actor: Actor, input: EditTemplateInput): Promise<Template> {
    return this.writing(actor, input.mutationKey, async (tx) => {
      const template = await this.open(tx, actor, input.templateId, 'edit');
      if (template.version !== input.version) throw new TemplateMoved();
      template.content = await this.checked(tx, input.content);
      template.name = input.name;
      template.version += 1;
      template.updatedAt = this.clock.now();
      await tx.save(template);
      await this.keep(tx, template, actor);
      await this.note(tx, actor, 'communities.template-edited', template);
      return template.id;
    });
  }

  /** What started from it stays. */
  retire(actor: Actor, input: RetireTemplateInput): Promise<Template> {
    return this.writing(actor, input.mutationKey, async (tx) => {
      const template = await this.open(tx, actor, input.templateId, 'retire');
      await tx.update(Template, { id: template.id }, { retiredAt: this.clock.now() });
      await this.note(tx, actor, 'communities.template-retired', template);
      return template.id;
    });
  }

  private async open(tx: Tx, actor: Actor, id: string, action: 'edit' | 'retire'): Promise<Template> {
    const template = await tx.findOne(Template, { where: { id: uuid(id) }, lock: { mode: 'pessimistic_write' } });
    if (!template) throw new NotFound();
    const owner = template.ownerId ? await tx.findOneBy(Community, { id: template.ownerId }) : null;
    authorize(actor, templatePolicy, action, { retiredAt: template.retiredAt, owner });
    return template;
  }

  /** Many start from it, so it may not ask for what is different in each: a task, an end, a project. */
  private async checked(tx: Tx, content: TemplateContentInput): Promise<TemplateContent> {
    const { task, end, project } = kindRules[content.kind];
    if ([task, end, project].includes('ALWAYS'))
      throw Invalid.field(
        'content.kind',
        'KIND_IS_PARTICULAR',
        'A circle of this kind has a task, an end or a project of its own: start it by itself.',
      );
    return Object.assign(content, { themeIds: await this.vocabulary.chosen(tx, THEMES, content.themeIds, 'content.themeIds') });
  }

  private async keep(tx: Tx, { id: templateId, version, content, updatedAt: writtenAt }: Template, actor: Actor): Promise<void> {
    await tx.insert(TemplateVersion, { templateId, version, content, writtenById: actor.personId, writtenAt });
  }

  /** In the trail of the community it belongs to, else in that of the platform. */
  private note(
    tx: Tx,
    actor: Actor,
    act: 'communities.template-created' | 'communities.template-edited' | 'communities.template-retired',
    { id, ownerId, version }: Template,
  ): Promise<void> {
    return this.audit.note(tx, actor, act, {
      ...(ownerId && { communityId: ownerId }),
      subject: { kind: 'template', id },
      details: { version },
    });
  }

  private async writing(actor: Actor, mutationKey: string | undefined, write: (tx: Tx) => Promise<string>): Promise<Template> {
    const { id } = await this.database.once(
      actor,
      mutationKey,
      async (tx) => ({ id: await write(tx) }),
      (templateId) => Promise.resolve({ id: templateId }),
    );
    const [template] = await this.templatesByIds([uuid(id)]);
    if (!template) throw new NotFound();
    return template;
  }
}

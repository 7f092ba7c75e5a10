import { Cohort, CommunityStart, StartItem, Template, TemplateVersion } from './templates/template.entities.js';
import { Cohorts } from './templates/cohorts.service.js';
import { CohortsResolver, CommunityStartResolver, TemplatesResolver } from './templates/templates.resolver.js';
import { Templates } from './templates/templates.service.js';
import { PolicyProcess } from './policy-process.entity.js';

/** Entities of what communities start from and agree on. */
export const circleEntities = [PolicyProcess, Template, TemplateVersion, Cohort, CommunityStart, StartItem];

/** Services and resolvers of what communities start from and agree on. */
export const circles = [Templates, Cohorts, TemplatesResolver, CohortsResolver, CommunityStartResolver];

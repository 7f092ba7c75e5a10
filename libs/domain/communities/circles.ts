import { CharterAgreement } from './charters/charter-agreement.entity.js';
import { CharterVersionsResolver, ChartersResolver } from './charters/charters.resolver.js';
import { Charters } from './charters/charters.service.js';
import { GlossaryDefinition, GlossaryTerm } from './glossary/glossary.entities.js';
import { GlossaryDefinitionsResolver, GlossaryResolver, GlossaryTermsResolver } from './glossary/glossary.resolver.js';
import { Glossary } from './glossary/glossary.service.js';
import { Petition, PetitionSupport } from './petitions/petition.entities.js';
import { CommunityPetitionsResolver, PetitionsResolver } from './petitions/petitions.resolver.js';
import { Petitions } from './petitions/petitions.service.js';
import { Cohort, CommunityStart, StartItem, Template, TemplateVersion } from './templates/template.entities.js';
import { Cohorts } from './templates/cohorts.service.js';
import { CohortsResolver, CommunityStartResolver, TemplatesResolver } from './templates/templates.resolver.js';
import { Templates } from './templates/templates.service.js';
import { PolicyProcess } from './policy-process.entity.js';

/** Entities of what communities start from and agree on. */
export const circleEntities = [
  PolicyProcess,
  Template,
  TemplateVersion,
  Cohort,
  CommunityStart,
  StartItem,
  CharterAgreement,
  GlossaryDefinition,
  GlossaryTerm,
  Petition,
  PetitionSupport,
];

/** Services and resolvers of what communities start from and agree on. */
export const circles = [
  Templates,
  Cohorts,
  TemplatesResolver,
  CohortsResolver,
  CommunityStartResolver,
  Charters,
  ChartersResolver,
  CharterVersionsResolver,
  Glossary,
  GlossaryResolver,
  GlossaryTermsResolver,
  GlossaryDefinitionsResolver,
  Petitions,
  PetitionsResolver,
  CommunityPetitionsResolver,
];

import { Fee, FeeRule } from './fees/fee.entities.js';
import { FeesResolver } from './fees/fees.resolver.js';
import { Fees } from './fees/fees.service.js';
import { InvitationLink } from './links/invitation-link.entity.js';
import { InvitationLinksResolver, LinksOfCommunityResolver } from './links/invitation-links.resolver.js';
import { InvitationLinks } from './links/invitation-links.service.js';
import { InvitationList } from './lists/invitation-list.entity.js';
import { InvitationListsResolver } from './lists/invitation-lists.resolver.js';
import { InvitationLists } from './lists/invitation-lists.service.js';
import { JoinQuestion } from './questions/join-question.entity.js';
import { JoinQuestionsResolver } from './questions/join-questions.resolver.js';
import { JoinQuestions } from './questions/join-questions.service.js';
import { CommunitySupport, InterpretationNeed } from './support/support.entities.js';
import { SupportResolver } from './support/support.resolver.js';
import { Supports } from './support/support.service.js';
import { Welcome, WelcomeContact, WelcomeProgress } from './welcome/welcome.entity.js';
import { WelcomeResolver } from './welcome/welcome.resolver.js';
import { Welcomes } from './welcome/welcome.service.js';

/** The tables of the ways in that have a folder of their own. */
export const waysInEntities = [
  InvitationLink,
  InvitationList,
  JoinQuestion,
  Welcome,
  WelcomeContact,
  WelcomeProgress,
  FeeRule,
  Fee,
  CommunitySupport,
  InterpretationNeed,
];

/** The parts of the ways in that have a folder of their own. */
export const waysIn = [
  InvitationLinks,
  InvitationLinksResolver,
  LinksOfCommunityResolver,
  InvitationLists,
  InvitationListsResolver,
  JoinQuestions,
  JoinQuestionsResolver,
  Welcomes,
  WelcomeResolver,
  Fees,
  FeesResolver,
  Supports,
  SupportResolver,
];

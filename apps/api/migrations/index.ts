import type { MigrationClass } from '#platform/database';
import { Platform1763740000000 } from './1763740000000-platform.js';
import { StoredFiles1763740100000 } from './1763740100000-stored-files.js';
import { People1763741000000 } from './1763741000000-people.js';
import { Communities1763742000000 } from './1763742000000-communities.js';
import { Discussions1763743000000 } from './1763743000000-discussions.js';
import { Writing1763744000000 } from './1763744000000-writing.js';
import { Needs1763745000000 } from './1763745000000-needs.js';
import { PeerLearning1763746000000 } from './1763746000000-peer-learning.js';
import { Advocacy1763747000000 } from './1763747000000-advocacy.js';
import { Notifications1763748000000 } from './1763748000000-notifications.js';
import { Search1763749000000 } from './1763749000000-search.js';
import { EventsWaiting1763750000000 } from './1763750000000-events-waiting.js';
import { Groups1763751000000 } from './1763751000000-groups.js';
import { GroupThreads1763751100000 } from './1763751100000-group-threads.js';
import { GroupThings1763751200000 } from './1763751200000-group-things.js';
import { Unattributed1763752000000 } from './1763752000000-unattributed.js';
import { OffRecord1763752100000 } from './1763752100000-off-record.js';
import { Audience1763752200000 } from './1763752200000-audience.js';
import { OrganisationProfiles1763753000000 } from './1763753000000-organisation-profiles.js';
import { Seats1763753100000 } from './1763753100000-seats.js';
import { Handovers1763753200000 } from './1763753200000-handovers.js';
import { Families1763754000000 } from './1763754000000-families.js';
import { Templates1763754100000 } from './1763754100000-templates.js';
import { PetitionsAndWords1763754200000 } from './1763754200000-petitions-and-words.js';
import { WaysIn1763755000000 } from './1763755000000-ways-in.js';
import { InvitationLists1763755100000 } from './1763755100000-invitation-lists.js';
import { Advisors1763755200000 } from './1763755200000-advisors.js';
import { CommunityHealth1763755300000 } from './1763755300000-community-health.js';
import { Welcome1763755400000 } from './1763755400000-welcome.js';
import { Vocabulary1763756000000 } from './1763756000000-vocabulary.js';
import { ListedPeople1763756100000 } from './1763756100000-listed-people.js';
import { Exchange1763756200000 } from './1763756200000-exchange.js';
import { Audit1763757000000 } from './1763757000000-audit.js';
import { Accounts1763757100000 } from './1763757100000-accounts.js';
import { KeptHeadline1763757200000 } from './1763757200000-kept-headline.js';
import { Privacy1763757300000 } from './1763757300000-privacy.js';
import { Retention1763757400000 } from './1763757400000-retention.js';
import { Merging1763760000000 } from './1763760000000-merging.js';
import { Reports1763760100000 } from './1763760100000-reports.js';
import { Guests1763762000000 } from './1763762000000-guests.js';
import { Fees1763763000000 } from './1763763000000-fees.js';
import { MoreWaysIn1763763100000 } from './1763763100000-more-ways-in.js';
import { Support1763763200000 } from './1763763200000-support.js';
import { FirstWeek1763763300000 } from './1763763300000-first-week.js';
import { ThreadKinds1763764000000 } from './1763764000000-thread-kinds.js';
import { LivingSummary1763764100000 } from './1763764100000-living-summary.js';
import { SearchEverything1763765000000 } from './1763765000000-search-everything.js';

/** One linear history, oldest first. */
export const migrations: MigrationClass[] = [
  Platform1763740000000,
  StoredFiles1763740100000,
  People1763741000000,
  Communities1763742000000,
  Discussions1763743000000,
  Writing1763744000000,
  Needs1763745000000,
  PeerLearning1763746000000,
  Advocacy1763747000000,
  Notifications1763748000000,
  Search1763749000000,
  EventsWaiting1763750000000,
  Groups1763751000000,
  GroupThreads1763751100000,
  GroupThings1763751200000,
  Unattributed1763752000000,
  OffRecord1763752100000,
  Audience1763752200000,
  OrganisationProfiles1763753000000,
  Seats1763753100000,
  Handovers1763753200000,
  Families1763754000000,
  Templates1763754100000,
  PetitionsAndWords1763754200000,
  WaysIn1763755000000,
  InvitationLists1763755100000,
  Advisors1763755200000,
  CommunityHealth1763755300000,
  Welcome1763755400000,
  Vocabulary1763756000000,
  ListedPeople1763756100000,
  Exchange1763756200000,
  Audit1763757000000,
  Accounts1763757100000,
  KeptHeadline1763757200000,
  Privacy1763757300000,
  Retention1763757400000,
  Merging1763760000000,
  Reports1763760100000,
  Guests1763762000000,
  Fees1763763000000,
  MoreWaysIn1763763100000,
  Support1763763200000,
  FirstWeek1763763300000,
  ThreadKinds1763764000000,
  LivingSummary1763764100000,
  SearchEverything1763765000000,
];

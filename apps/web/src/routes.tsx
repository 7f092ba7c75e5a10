import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import i18next from 'i18next';
import type { namespaces } from './i18n/languages.js';
import {
  adminSearch,
  keepAccountSearch,
  namedSearch,
  auditSearch,
  calendarSearch,
  charterSearch,
  mergeSearch,
  reportSearch,
  directorySearch,
  feesSearch,
  inboxSearch,
  linkSearch,
  membersSearch,
  newCommunitySearch,
  placeSearch,
  newCohortSearch,
  newTemplateSearch,
  newThreadSearch,
  positionSearch,
  scheduleSearch,
  sessionsSearch,
  signInSearch,
  threadsSearch,
  whoSearch,
  everythingSearch,
  exchangeSearch,
} from './search.js';
import { NotFound, RootView, ScreenError } from './shell/root-view.js';
import { ScreenWaiting } from './shell/screen-waiting.js';
import { loadViewer } from './shell/viewer.js';

// Every screen is loaded when it is first opened. A screen reads its own parameters with useParams({ from: '/its/$path' }).

const root = createRootRoute({ component: RootView, beforeLoad: async () => ({ viewer: await loadViewer() }) });

/** Leads a stranger to the sign-in page and back here afterwards. */
const needsAccount = async ({ location }: { location: { href: string } }) => {
  if (!(await loadViewer())) throw redirect({ to: '/sign-in', search: { returnTo: location.href === '/' ? undefined : location.href } });
};

/** Fetches the words of a screen beside its code: a part that finds its own words missing would blank the whole page once more. */
const texts =
  (...names: (typeof namespaces)[number][]) =>
  () =>
    i18next.loadNamespaces(names);

/** A screen that draws its own outer frame. */
const bare = { isBare: true };

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./people/sign-in-screen.js'), 'SignInScreen'),
  loader: texts('errors', 'people'),
  validateSearch: signInSearch,
  staticData: bare,
});
const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  component: lazyRouteComponent(() => import('./people/sign-in-link-screen.js'), 'SignInLinkScreen'),
  loader: texts('errors', 'people'),
  validateSearch: linkSearch,
  staticData: bare,
});
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./people/welcome-screen.js'), 'WelcomeScreen'),
  loader: texts('errors', 'people'),
  beforeLoad: needsAccount,
  validateSearch: signInSearch,
  staticData: bare,
});
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./home/home-screen.js'), 'HomeScreen'),
  loader: texts('errors', 'home', 'peer-learning', 'people'),
  beforeLoad: needsAccount,
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./notifications/inbox-screen.js'), 'InboxScreen'),
  loader: texts('confidences', 'errors', 'guests', 'notifications', 'peer-learning'),
  beforeLoad: needsAccount,
  validateSearch: inboxSearch,
});
const asks = createRoute({
  getParentRoute: () => root,
  path: '/asks',
  component: lazyRouteComponent(() => import('./discussions/audience/asks-screen.js'), 'AsksScreen'),
  loader: texts('confidences', 'errors'),
  beforeLoad: needsAccount,
});
const guestPlaces = createRoute({
  getParentRoute: () => root,
  path: '/guest',
  component: lazyRouteComponent(() => import('./communities/guests/guest-places-screen.js'), 'GuestPlacesScreen'),
  loader: texts('errors', 'guests'),
  beforeLoad: needsAccount,
});
const guestThread = createRoute({
  getParentRoute: () => root,
  path: '/guest/t/$threadId',
  component: lazyRouteComponent(() => import('./discussions/guests/guest-thread-screen.js'), 'GuestThreadScreen'),
  loader: texts('errors', 'guests'),
  beforeLoad: needsAccount,
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  component: lazyRouteComponent(() => import('./peer-learning/calendar-screen.js'), 'CalendarScreen'),
  loader: texts('errors', 'peer-learning', 'people'),
  beforeLoad: needsAccount,
  validateSearch: calendarSearch,
});
const directory = createRoute({
  getParentRoute: () => root,
  path: '/communities',
  component: lazyRouteComponent(() => import('./communities/directory-screen.js'), 'DirectoryScreen'),
  loader: texts('communities'),
  validateSearch: directorySearch,
});
const newCommunity = createRoute({
  getParentRoute: () => root,
  path: '/communities/new',
  component: lazyRouteComponent(() => import('./communities/new-community-screen.js'), 'NewCommunityScreen'),
  loader: texts('communities', 'errors', 'family', 'organisations'),
  beforeLoad: needsAccount,
  validateSearch: newCommunitySearch,
});
const community = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug',
  component: lazyRouteComponent(() => import('./communities/community-screen.js'), 'CommunityScreen'),
  loader: texts(
    'advocacy',
    'communities',
    'confidences',
    'discussions',
    'doors',
    'errors',
    'family',
    'fees',
    'kinds',
    'templates',
    'welcome',
    'words',
  ),
});
const templates = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  component: lazyRouteComponent(() => import('./communities/templates/templates-screen.js'), 'TemplatesScreen'),
  loader: texts('communities', 'templates'),
  beforeLoad: needsAccount,
});
const newTemplate = createRoute({
  getParentRoute: () => root,
  path: '/templates/new',
  component: lazyRouteComponent(() => import('./communities/templates/template-screens.js'), 'NewTemplateScreen'),
  loader: texts('communities', 'errors', 'templates'),
  beforeLoad: needsAccount,
  validateSearch: newTemplateSearch,
});
const template = createRoute({
  getParentRoute: () => root,
  path: '/templates/$templateId',
  component: lazyRouteComponent(() => import('./communities/templates/template-screens.js'), 'TemplateScreen'),
  loader: texts('communities', 'errors', 'templates'),
  beforeLoad: needsAccount,
});
const newCohort = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/cohorts/new',
  component: lazyRouteComponent(() => import('./communities/templates/new-cohort-screen.js'), 'NewCohortScreen'),
  loader: texts('communities', 'doors', 'errors', 'family', 'templates'),
  beforeLoad: needsAccount,
  validateSearch: newCohortSearch,
});
const cohort = createRoute({
  getParentRoute: () => root,
  path: '/cohorts/$cohortId',
  component: lazyRouteComponent(() => import('./communities/templates/cohort-screen.js'), 'CohortScreen'),
  loader: texts('communities', 'templates'),
  beforeLoad: needsAccount,
});
const charter = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/charter',
  component: lazyRouteComponent(() => import('./communities/words/charter-screen.js'), 'CharterScreen'),
  loader: texts('communities', 'doors', 'errors', 'family', 'words'),
  validateSearch: charterSearch,
});
const glossary = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/glossary',
  component: lazyRouteComponent(() => import('./communities/words/glossary-screen.js'), 'GlossaryScreen'),
  loader: texts('communities', 'doors', 'errors', 'family', 'words'),
});
const petitions = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/petitions',
  component: lazyRouteComponent(() => import('./communities/petitions/petitions-screen.js'), 'PetitionsScreen'),
  loader: texts('communities', 'doors', 'errors', 'family', 'words'),
  beforeLoad: needsAccount,
});
const family = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/family',
  component: lazyRouteComponent(() => import('./communities/family/family-screen.js'), 'FamilyScreen'),
  loader: texts('communities', 'errors', 'family', 'merging', 'templates'),
});
const report = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/report',
  component: lazyRouteComponent(() => import('./insights/report/report-screen.js'), 'ReportScreen'),
  loader: texts('communities', 'errors', 'family', 'insights', 'people', 'report'),
  validateSearch: reportSearch,
  beforeLoad: needsAccount,
});
const merge = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/merge',
  component: lazyRouteComponent(() => import('./communities/merging/merge-screen.js'), 'MergeScreen'),
  loader: texts('communities', 'doors', 'errors', 'family', 'merging'),
  validateSearch: mergeSearch,
  beforeLoad: needsAccount,
});
const discussions = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/discussions',
  component: lazyRouteComponent(() => import('./discussions/discussions-screen.js'), 'DiscussionsScreen'),
  loader: texts('communities', 'confidences', 'discussions', 'doors', 'errors', 'family', 'kinds'),
  validateSearch: threadsSearch,
});
const newThread = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/discussions/new',
  component: lazyRouteComponent(() => import('./discussions/new-thread-screen.js'), 'NewThreadScreen'),
  loader: texts('communities', 'confidences', 'content', 'discussions', 'errors', 'family', 'groups', 'kinds'),
  beforeLoad: needsAccount,
  validateSearch: newThreadSearch,
});
const sessions = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/sessions',
  component: lazyRouteComponent(() => import('./peer-learning/sessions-screen.js'), 'SessionsScreen'),
  loader: texts('communities', 'doors', 'errors', 'family', 'peer-learning'),
  validateSearch: sessionsSearch,
});
const scheduleSession = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/sessions/new',
  component: lazyRouteComponent(() => import('./peer-learning/schedule-session-screen.js'), 'ScheduleSessionScreen'),
  loader: texts('errors', 'family', 'groups', 'peer-learning', 'people'),
  beforeLoad: needsAccount,
  validateSearch: scheduleSearch,
});
const communityPositions = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/positions',
  component: lazyRouteComponent(() => import('./advocacy/community-positions-screen.js'), 'CommunityPositionsScreen'),
  loader: texts('advocacy', 'communities', 'doors', 'errors', 'family'),
});
const openPosition = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/positions/new',
  component: lazyRouteComponent(() => import('./advocacy/open-position-screen.js'), 'OpenPositionScreen'),
  loader: texts('advocacy', 'errors', 'family', 'groups'),
  beforeLoad: needsAccount,
  validateSearch: placeSearch,
});
const groups = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/groups',
  component: lazyRouteComponent(() => import('./communities/groups/groups-screen.js'), 'GroupsScreen'),
  loader: texts('communities', 'doors', 'errors', 'family', 'groups'),
});
const newGroup = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/groups/new',
  component: lazyRouteComponent(() => import('./communities/groups/new-group-screen.js'), 'NewGroupScreen'),
  loader: texts('communities', 'doors', 'errors', 'family', 'groups'),
  beforeLoad: needsAccount,
});
const group = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/groups/$groupId',
  component: lazyRouteComponent(() => import('./communities/groups/group-screen.js'), 'GroupScreen'),
  loader: texts('confidences', 'discussions', 'errors', 'groups', 'kinds'),
  beforeLoad: needsAccount,
});
const members = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/members',
  component: lazyRouteComponent(() => import('./communities/members-screen.js'), 'MembersScreen'),
  loader: texts('communities', 'doors', 'errors', 'family', 'fees', 'handovers', 'insights', 'organisations', 'people', 'welcome'),
  validateSearch: membersSearch,
});
const fees = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/fees',
  component: lazyRouteComponent(() => import('./communities/fees/fees-screen.js'), 'FeesScreen'),
  loader: texts('communities', 'errors', 'family', 'fees'),
  beforeLoad: needsAccount,
  validateSearch: feesSearch,
});
const waysIn = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/members/invite',
  component: lazyRouteComponent(() => import('./communities/doors/ways-in-screen.js'), 'WaysInScreen'),
  loader: texts('welcome', 'communities', 'doors', 'errors'),
  beforeLoad: needsAccount,
});
const invitationList = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/members/invite/list',
  component: lazyRouteComponent(() => import('./communities/doors/invitation-list-screen.js'), 'InvitationListScreen'),
  loader: texts('communities', 'doors', 'errors'),
  beforeLoad: needsAccount,
});
const communityHealth = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/health',
  component: lazyRouteComponent(() => import('./insights/health-screen.js'), 'HealthScreen'),
  loader: texts('communities', 'errors', 'insights', 'people'),
  beforeLoad: needsAccount,
});
const communitySettings = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/settings',
  component: lazyRouteComponent(() => import('./communities/community-settings-screen.js'), 'CommunitySettingsScreen'),
  loader: texts('support', 'communities', 'confidences', 'errors', 'family', 'merging', 'organisations', 'words'),
  beforeLoad: needsAccount,
});
const communityAudit = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/audit',
  component: lazyRouteComponent(() => import('./oversight/community-audit-screen.js'), 'CommunityAuditScreen'),
  loader: texts('communities', 'errors', 'oversight'),
  beforeLoad: needsAccount,
  validateSearch: auditSearch,
});
const thread = createRoute({
  getParentRoute: () => root,
  path: '/t/$threadId',
  component: lazyRouteComponent(() => import('./discussions/thread-screen.js'), 'ThreadScreen'),
  loader: texts('content', 'confidences', 'discussions', 'errors', 'guests', 'kinds', 'summary'),
});
const session = createRoute({
  getParentRoute: () => root,
  path: '/s/$sessionId',
  component: lazyRouteComponent(() => import('./peer-learning/session-screen.js'), 'SessionScreen'),
  loader: texts('support', 'confidences', 'errors', 'guests', 'peer-learning', 'people'),
});
const position = createRoute({
  getParentRoute: () => root,
  path: '/p/$positionId',
  component: lazyRouteComponent(() => import('./advocacy/position-screen.js'), 'PositionScreen'),
  loader: texts('advocacy', 'errors', 'writing'),
  beforeLoad: needsAccount,
  validateSearch: positionSearch,
});
const endorsement = createRoute({
  getParentRoute: () => root,
  path: '/p/$positionId/endorsement',
  component: lazyRouteComponent(() => import('./advocacy/endorsement-screen.js'), 'EndorsementScreen'),
  loader: texts('advocacy', 'errors', 'people'),
  beforeLoad: needsAccount,
});
const positionsLibrary = createRoute({
  getParentRoute: () => root,
  path: '/positions',
  component: lazyRouteComponent(() => import('./advocacy/positions-library-screen.js'), 'PositionsLibraryScreen'),
  loader: texts('advocacy'),
});
const publicPosition = createRoute({
  getParentRoute: () => root,
  path: '/positions/$positionId/public',
  component: lazyRouteComponent(() => import('./advocacy/public-position-screen.js'), 'PublicPositionScreen'),
  loader: texts('advocacy', 'people'),
  staticData: bare,
});
const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('./people/person-screen.js'), 'PersonScreen'),
  loader: texts('errors', 'exchange', 'people'),
  beforeLoad: needsAccount,
});
const organisation = createRoute({
  getParentRoute: () => root,
  path: '/o/$organisationId',
  component: lazyRouteComponent(() => import('./organisations/organisation-screen.js'), 'OrganisationScreen'),
  loader: texts('organisations', 'communities', 'people', 'errors', 'handovers'),
});
const editOrganisation = createRoute({
  getParentRoute: () => root,
  path: '/o/$organisationId/edit',
  component: lazyRouteComponent(() => import('./organisations/edit-organisation-screen.js'), 'EditOrganisationScreen'),
  loader: texts('organisations', 'communities', 'people', 'errors'),
  beforeLoad: needsAccount,
});
const handover = createRoute({
  getParentRoute: () => root,
  path: '/handovers/$handoverId',
  component: lazyRouteComponent(() => import('./handovers/handover-screen.js'), 'HandoverScreen'),
  loader: texts('errors', 'handovers'),
  beforeLoad: needsAccount,
});
const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  component: lazyRouteComponent(() => import('./people/profile-screen.js'), 'ProfileScreen'),
  loader: texts('errors', 'people', 'organisations', 'handovers'),
  beforeLoad: needsAccount,
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./people/settings-screen.js'), 'SettingsScreen'),
  loader: texts('errors', 'people'),
  beforeLoad: needsAccount,
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$token',
  component: lazyRouteComponent(() => import('./communities/invitation-screen.js'), 'InvitationScreen'),
  loader: texts('support', 'communities', 'errors'),
});
const vocabulary = createRoute({
  getParentRoute: () => root,
  path: '/vocabulary',
  component: lazyRouteComponent(() => import('./vocabulary/vocabulary-screen.js'), 'VocabularyScreen'),
  loader: texts('vocabulary'),
});
const importVocabulary = createRoute({
  getParentRoute: () => root,
  path: '/vocabulary/import',
  component: lazyRouteComponent(() => import('./vocabulary/import-screen.js'), 'ImportVocabularyScreen'),
  loader: texts('errors', 'vocabulary'),
  beforeLoad: needsAccount,
});
const scheme = createRoute({
  getParentRoute: () => root,
  path: '/vocabulary/$schemeId',
  component: lazyRouteComponent(() => import('./vocabulary/scheme-screen.js'), 'SchemeScreen'),
  loader: texts('errors', 'vocabulary'),
});
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('./oversight/admin-state-screen.js'), 'AdminStateScreen'),
  loader: texts('errors', 'oversight'),
  beforeLoad: needsAccount,
});
const adminPeople = createRoute({
  getParentRoute: () => root,
  path: '/admin/people',
  component: lazyRouteComponent(() => import('./oversight/admin-people-screen.js'), 'AdminPeopleScreen'),
  loader: texts('errors', 'oversight'),
  beforeLoad: needsAccount,
  validateSearch: adminSearch,
});
const adminCommunities = createRoute({
  getParentRoute: () => root,
  path: '/admin/communities',
  component: lazyRouteComponent(() => import('./oversight/admin-communities-screen.js'), 'AdminCommunitiesScreen'),
  loader: texts('errors', 'oversight'),
  beforeLoad: needsAccount,
  validateSearch: adminSearch,
});
const adminJobs = createRoute({
  getParentRoute: () => root,
  path: '/admin/jobs',
  component: lazyRouteComponent(() => import('./oversight/admin-jobs-screen.js'), 'AdminJobsScreen'),
  loader: texts('errors', 'oversight'),
  beforeLoad: needsAccount,
});
const adminMails = createRoute({
  getParentRoute: () => root,
  path: '/admin/mails',
  component: lazyRouteComponent(() => import('./oversight/admin-mails-screen.js'), 'AdminMailsScreen'),
  loader: texts('errors', 'oversight'),
  beforeLoad: needsAccount,
  validateSearch: adminSearch,
});
const adminRetention = createRoute({
  getParentRoute: () => root,
  path: '/admin/retention',
  component: lazyRouteComponent(() => import('./oversight/admin-retention-screen.js'), 'AdminRetentionScreen'),
  loader: texts('errors', 'oversight'),
  beforeLoad: needsAccount,
});
const adminAudit = createRoute({
  getParentRoute: () => root,
  path: '/admin/audit',
  component: lazyRouteComponent(() => import('./oversight/admin-audit-screen.js'), 'AdminAuditScreen'),
  loader: texts('errors', 'oversight'),
  beforeLoad: needsAccount,
  validateSearch: auditSearch,
});
const exchange = createRoute({
  getParentRoute: () => root,
  path: '/exchange',
  component: lazyRouteComponent(() => import('./exchange/exchange-screen.js'), 'ExchangeScreen'),
  loader: texts('communities', 'exchange'),
  validateSearch: exchangeSearch,
});
const newOffer = createRoute({
  getParentRoute: () => root,
  path: '/exchange/new',
  component: lazyRouteComponent(() => import('./exchange/new-offer-screen.js'), 'NewOfferScreen'),
  loader: texts('communities', 'errors', 'exchange'),
  beforeLoad: needsAccount,
});
const offer = createRoute({
  getParentRoute: () => root,
  path: '/exchange/$offerId',
  component: lazyRouteComponent(() => import('./exchange/offer-screen.js'), 'OfferScreen'),
  loader: texts('errors', 'exchange'),
});
const introductions = createRoute({
  getParentRoute: () => root,
  path: '/introductions',
  component: lazyRouteComponent(() => import('./exchange/introductions-screen.js'), 'IntroductionsScreen'),
  loader: texts('exchange'),
  beforeLoad: needsAccount,
});
const introduction = createRoute({
  getParentRoute: () => root,
  path: '/introductions/$introductionId',
  component: lazyRouteComponent(() => import('./exchange/introduction-screen.js'), 'IntroductionScreen'),
  loader: texts('errors', 'exchange'),
  beforeLoad: needsAccount,
});
const whoDoesWhat = createRoute({
  getParentRoute: () => root,
  path: '/directory',
  component: lazyRouteComponent(() => import('./directory/who-does-what-screen.js'), 'WhoDoesWhatScreen'),
  loader: texts('communities', 'directory', 'errors', 'exchange', 'people'),
  validateSearch: whoSearch,
});
const everything = createRoute({
  getParentRoute: () => root,
  path: '/search',
  component: lazyRouteComponent(() => import('./search/search-screen.js'), 'SearchScreen'),
  loader: texts('errors', 'search'),
  beforeLoad: needsAccount,
  validateSearch: everythingSearch,
});
const mandates = createRoute({
  getParentRoute: () => root,
  path: '/c/$slug/mandates',
  component: lazyRouteComponent(() => import('./directory/mandates-screen.js'), 'MandatesScreen'),
  loader: texts('communities', 'directory', 'errors', 'exchange'),
});
const privacy = createRoute({
  getParentRoute: () => root,
  path: '/privacy',
  component: lazyRouteComponent(() => import('./privacy/privacy-screen.js'), 'PrivacyScreen'),
  loader: texts('errors', 'privacy'),
  beforeLoad: needsAccount,
});
const named = createRoute({
  getParentRoute: () => root,
  path: '/privacy/named',
  component: lazyRouteComponent(() => import('./privacy/named-screen.js'), 'NamedScreen'),
  loader: texts('errors', 'oversight', 'privacy'),
  beforeLoad: needsAccount,
  validateSearch: namedSearch,
});
const keepAccount = createRoute({
  getParentRoute: () => root,
  path: '/keep-account',
  component: lazyRouteComponent(() => import('./privacy/keep-account-screen.js'), 'KeepAccountScreen'),
  loader: texts('errors', 'privacy'),
  validateSearch: keepAccountSearch,
});
const kit = createRoute({
  getParentRoute: () => root,
  path: '/dev/kit',
  component: lazyRouteComponent(() => import('./design/kit-screen.js'), 'KitScreen'),
});

/** The addresses of the client. */
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signInLink,
    welcome,
    home,
    inbox,
    asks,
    guestPlaces,
    guestThread,
    calendar,
    directory,
    newCommunity,
    community,
    family,
    merge,
    report,
    charter,
    glossary,
    petitions,
    templates,
    newTemplate,
    template,
    newCohort,
    cohort,
    discussions,
    newThread,
    sessions,
    scheduleSession,
    communityPositions,
    openPosition,
    groups,
    newGroup,
    group,
    members,
    fees,
    waysIn,
    invitationList,
    communityHealth,
    communitySettings,
    communityAudit,
    thread,
    session,
    position,
    endorsement,
    positionsLibrary,
    publicPosition,
    person,
    organisation,
    editOrganisation,
    handover,
    profile,
    settings,
    invitation,
    vocabulary,
    importVocabulary,
    scheme,
    admin,
    adminPeople,
    adminCommunities,
    adminJobs,
    adminMails,
    adminRetention,
    adminAudit,
    exchange,
    newOffer,
    offer,
    introductions,
    introduction,
    whoDoesWhat,
    everything,
    mandates,
    privacy,
    named,
    keepAccount,
    kit,
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultPendingComponent: ScreenWaiting,
  defaultErrorComponent: ScreenError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    isBare?: boolean;
  }
}

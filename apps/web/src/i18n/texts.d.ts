import 'i18next';
import type advocacy from '../locales/en/advocacy.json';
import type communities from '../locales/en/communities.json';
import type confidences from '../locales/en/confidences.json';
import type content from '../locales/en/content.json';
import type discussions from '../locales/en/discussions.json';
import type doors from '../locales/en/doors.json';
import type fees from '../locales/en/fees.json';
import type errors from '../locales/en/errors.json';
import type family from '../locales/en/family.json';
import type groups from '../locales/en/groups.json';
import type words from '../locales/en/words.json';
import type templates from '../locales/en/templates.json';
import type handovers from '../locales/en/handovers.json';
import type home from '../locales/en/home.json';
import type insights from '../locales/en/insights.json';
import type merging from '../locales/en/merging.json';
import type notifications from '../locales/en/notifications.json';
import type oversight from '../locales/en/oversight.json';
import type peerLearning from '../locales/en/peer-learning.json';
import type organisations from '../locales/en/organisations.json';
import type privacy from '../locales/en/privacy.json';
import type people from '../locales/en/people.json';
import type report from '../locales/en/report.json';
import type shell from '../locales/en/shell.json';
import type vocabulary from '../locales/en/vocabulary.json';
import type directory from '../locales/en/directory.json';
import type welcome from '../locales/en/welcome.json';
import type exchange from '../locales/en/exchange.json';
import type writing from '../locales/en/writing.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    returnNull: false;
    resources: {
      advocacy: typeof advocacy;
      communities: typeof communities;
      confidences: typeof confidences;
      content: typeof content;
      discussions: typeof discussions;
      doors: typeof doors;
      fees: typeof fees;
      errors: typeof errors;
      family: typeof family;
      groups: typeof groups;
      templates: typeof templates;
      words: typeof words;
      handovers: typeof handovers;
      home: typeof home;
      insights: typeof insights;
      merging: typeof merging;
      notifications: typeof notifications;
      oversight: typeof oversight;
      'peer-learning': typeof peerLearning;
      people: typeof people;
      organisations: typeof organisations;
      privacy: typeof privacy;
      report: typeof report;
      shell: typeof shell;
      vocabulary: typeof vocabulary;
      directory: typeof directory;
      welcome: typeof welcome;
      exchange: typeof exchange;
      writing: typeof writing;
    };
  }
}

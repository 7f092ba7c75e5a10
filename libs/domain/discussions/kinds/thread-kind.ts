import { registerEnumType } from '@nestjs/graphql';

/** What a conversation is for. */
export enum ThreadKind {
  DISCUSSION = 'DISCUSSION',
  QUESTION = 'QUESTION',
  CASE_CLINIC = 'CASE_CLINIC',
  EXPERIENCE = 'EXPERIENCE',
  SIGNAL = 'SIGNAL',
  ANNOUNCEMENT = 'ANNOUNCEMENT',
}
registerEnumType(ThreadKind, {
  name: 'ThreadKind',
  description: 'What a conversation is for.',
  valuesMap: {
    DISCUSSION: { description: 'To talk something over.' },
    QUESTION: { description: 'Somebody asks; one of the replies can be marked as the answer.' },
    CASE_CLINIC: { description: 'Peers consult on one case, phase by phase.' },
    EXPERIENCE: { description: 'A short note of what somebody saw or tried.' },
    SIGNAL: { description: 'Something seen early; others say that they see it too.' },
    ANNOUNCEMENT: { description: 'Facilitators and coordinators tell what everyone has to know; readers confirm it.' },
  },
});

/** Where a case clinic is. */
export enum ClinicPhase {
  CASE = 'CASE',
  QUESTIONS = 'QUESTIONS',
  HEARD = 'HEARD',
  SUGGESTIONS = 'SUGGESTIONS',
  TAKEAWAY = 'TAKEAWAY',
}
registerEnumType(ClinicPhase, {
  name: 'ClinicPhase',
  description: 'Where a case clinic is.',
  valuesMap: {
    CASE: { description: 'The case giver tells the case.' },
    QUESTIONS: { description: 'The others ask only to understand.' },
    HEARD: { description: 'The others say what they hear; the case giver listens.' },
    SUGGESTIONS: { description: 'The others suggest.' },
    TAKEAWAY: { description: 'The case giver says what to take along.' },
  },
});

/** With which phase a thread of a kind begins. */
export const firstPhaseOf = (kind: ThreadKind): ClinicPhase | null => (kind === ThreadKind.CASE_CLINIC ? ClinicPhase.CASE : null);

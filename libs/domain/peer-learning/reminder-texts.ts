/** Texts of the reminder mail in one language. Subjects do not tell what the session is about: others may see the screen. */
export interface ReminderTexts {
  subject: string;
  heading: string;
  when: string;
  where: string;
  minutes: string;
  length: string;
  open: string;
  giveUp: string;
  reason: string;
}

export const reminderTexts: Readonly<Record<string, ReminderTexts>> = {
  en: {
    subject: 'Tomorrow: a session you have a seat in',
    heading: 'Your session is tomorrow',
    when: 'When',
    where: 'Where',
    minutes: '{minutes} minutes',
    length: 'Length',
    open: 'Open the session',
    giveUp: 'If you cannot come, give up your seat there, so that somebody who waits can take it.',
    reason: 'You get this mail because you have a seat in this session.',
  },
  fr: {
    subject: 'Demain : une séance où vous avez une place',
    heading: 'Votre séance a lieu demain',
    when: 'Quand',
    where: 'Où',
    minutes: '{minutes} minutes',
    length: 'Durée',
    open: 'Ouvrir la séance',
    giveUp: 'Si vous ne pouvez pas venir, libérez-y votre place pour une personne qui attend.',
    reason: 'Vous recevez ce message parce que vous avez une place dans cette séance.',
  },
  de: {
    subject: 'Morgen: ein Treffen, bei dem Sie einen Platz haben',
    heading: 'Ihr Treffen ist morgen',
    when: 'Wann',
    where: 'Wo',
    minutes: '{minutes} Minuten',
    length: 'Dauer',
    open: 'Treffen öffnen',
    giveUp: 'Wenn Sie nicht kommen können, geben Sie Ihren Platz dort frei, damit jemand von der Warteliste ihn nehmen kann.',
    reason: 'Sie erhalten diese Nachricht, weil Sie bei diesem Treffen einen Platz haben.',
  },
  uk: {
    subject: 'Завтра: сесія, у якій ви маєте місце',
    heading: 'Ваша сесія завтра',
    when: 'Коли',
    where: 'Де',
    minutes: '{minutes} хв',
    length: 'Тривалість',
    open: 'Відкрити сесію',
    giveUp: 'Якщо ви не можете прийти, звільніть там своє місце для того, хто чекає.',
    reason: 'Ви отримали цей лист, бо маєте місце в цій сесії.',
  },
  ar: {
    subject: 'غدًا: جلسة لك فيها مقعد',
    heading: 'جلستك غدًا',
    when: 'متى',
    where: 'أين',
    minutes: '{minutes} دقيقة',
    length: 'المدة',
    open: 'افتح الجلسة',
    giveUp: 'إن تعذّر عليك الحضور فتنازل عن مقعدك هناك ليأخذه من ينتظر.',
    reason: 'وصلتك هذه الرسالة لأن لك مقعدًا في هذه الجلسة.',
  },
};

/** In the person's language, or English. */
export const reminderTextsIn = (language: string): ReminderTexts =>
  reminderTexts[language] ?? reminderTexts[language.split('-')[0] ?? ''] ?? (reminderTexts['en'] as ReminderTexts);

interface GuestWords {
  subject: string;
  heading: string;
  hello: (name: string) => string;
  THREAD: (person: string, community: string) => string;
  SESSION: (person: string, community: string) => string;
  seen: string;
  look: string;
  until: (day: string) => string;
  reason: string;
}

const words: Record<string, GuestWords> = {
  en: {
    subject: 'You are invited as a guest',
    heading: 'An invitation as a guest observer',
    hello: (name) => `Hello ${name},`,
    THREAD: (person, community) => `${person} invites you to read along in one discussion of ${community}.`,
    SESSION: (person, community) => `${person} invites you to attend one session of ${community}.`,
    seen: 'Everyone there sees that you are a guest, with your name and organisation. You see this one thing alone, and what is written from now on.',
    look: 'See the invitation',
    until: (day) => `It is for you alone, until ${day}. You sign in with this mail address.`,
    reason: 'You get this mail because someone wrote your address into an invitation. If you do not want to come, do nothing.',
  },
  fr: {
    subject: 'Vous êtes invité·e',
    heading: 'Une invitation à observer',
    hello: (name) => `Bonjour ${name},`,
    THREAD: (person, community) => `${person} vous invite à suivre une discussion de ${community}.`,
    SESSION: (person, community) => `${person} vous invite à assister à une rencontre de ${community}.`,
    seen: 'Chacun y voit que vous êtes là en observation, avec votre nom et votre organisation. Vous ne voyez que cela, et ce qui s’écrit à partir de maintenant.',
    look: 'Voir l’invitation',
    until: (day) => `Elle n’est que pour vous, jusqu’au ${day}. Connectez-vous avec cette adresse de courriel.`,
    reason:
      'Vous recevez ce courriel parce que quelqu’un a écrit votre adresse dans une invitation. Si vous ne voulez pas venir, ne faites rien.',
  },
  de: {
    subject: 'Sie sind als Gast eingeladen',
    heading: 'Eine Einladung als Gast',
    hello: (name) => `Guten Tag ${name},`,
    THREAD: (person, community) => `${person} lädt Sie ein, eine Diskussion von ${community} mitzulesen.`,
    SESSION: (person, community) => `${person} lädt Sie ein, bei einer Sitzung von ${community} dabei zu sein.`,
    seen: 'Alle dort sehen, dass Sie zu Gast sind, mit Namen und Organisation. Sie sehen nur dies eine, und was von jetzt an geschrieben wird.',
    look: 'Einladung ansehen',
    until: (day) => `Sie gilt nur für Sie, bis ${day}. Melden Sie sich mit dieser Mailadresse an.`,
    reason:
      'Sie bekommen diese Mail, weil jemand Ihre Adresse in eine Einladung geschrieben hat. Wenn Sie nicht kommen wollen, tun Sie nichts.',
  },
  uk: {
    subject: 'Вас запрошують як гостя',
    heading: 'Запрошення спостерігати',
    hello: (name) => `Вітаємо, ${name}!`,
    THREAD: (person, community) => `${person} запрошує вас читати одне обговорення спільноти «${community}».`,
    SESSION: (person, community) => `${person} запрошує вас на одну зустріч спільноти «${community}».`,
    seen: 'Усі там бачать, що ви гість, із вашим іменем та організацією. Ви бачите лише це одне і те, що напишуть відтепер.',
    look: 'Переглянути запрошення',
    until: (day) => `Воно лише для вас, до ${day}. Увійдіть із цією адресою.`,
    reason: 'Ви отримали цей лист, бо хтось указав вашу адресу в запрошенні. Якщо не хочете приходити, нічого не робіть.',
  },
  ar: {
    subject: 'أنت مدعو ضيفًا',
    heading: 'دعوة بصفة ضيف مراقب',
    hello: (name) => `مرحبًا ${name}،`,
    THREAD: (person, community) => `يدعوك ${person} إلى متابعة نقاش واحد في ${community} بالقراءة.`,
    SESSION: (person, community) => `يدعوك ${person} إلى حضور جلسة واحدة في ${community}.`,
    seen: 'يرى الجميع هناك أنك ضيف، مع اسمك ومنظمتك. لا ترى إلا هذا الشيء وحده، وما يُكتب من الآن فصاعدًا.',
    look: 'عرض الدعوة',
    until: (day) => `هي لك وحدك حتى ${day}. سجّل الدخول بهذا العنوان البريدي.`,
    reason: 'وصلتك هذه الرسالة لأن شخصًا كتب عنوانك في دعوة. إذا كنت لا تريد الحضور فلا تفعل شيئًا.',
  },
};

/** The words of the mail, in the language or in English. */
export const guestWords = (language: string): GuestWords => words[language.split('-')[0] ?? 'en'] ?? (words['en'] as GuestWords);

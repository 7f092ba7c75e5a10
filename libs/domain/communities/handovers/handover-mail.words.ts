interface HandoverWords {
  subject: string;
  heading: (community: string) => string;
  asks: (person: string, community: string) => string;
  look: string;
  how: string;
  reason: string;
}

const words: Record<string, HandoverWords> = {
  en: {
    subject: 'You are asked to take over',
    heading: (community) => `A handover in ${community}`,
    asks: (person, community) =>
      `${person} asks you to take over from them in ${community}. What is open and what to know is written down for you.`,
    look: 'See the handover',
    how: 'You sign in with this mail address. Nothing is taken over before you say so.',
    reason: 'You get this mail because someone named your address as a successor. If you do not want to take over, do nothing.',
  },
  fr: {
    subject: 'On vous demande de prendre la suite',
    heading: (community) => `Une passation dans ${community}`,
    asks: (person, community) =>
      `${person} vous demande de prendre sa suite dans ${community}. Ce qui est en cours et ce qu’il faut savoir est écrit pour vous.`,
    look: 'Voir la passation',
    how: 'Connectez-vous avec cette adresse de courriel. Rien ne passe à vous avant que vous ne le disiez.',
    reason:
      'Vous recevez ce courriel parce que quelqu’un a indiqué votre adresse pour sa succession. Si vous ne voulez pas, ne faites rien.',
  },
  de: {
    subject: 'Sie sind gefragt, zu übernehmen',
    heading: (community) => `Eine Übergabe in ${community}`,
    asks: (person, community) =>
      `${person} bittet Sie, in ${community} zu übernehmen. Was offen ist und was man wissen muss, steht für Sie bereit.`,
    look: 'Übergabe ansehen',
    how: 'Sie melden sich mit dieser Mailadresse an. Nichts geht über, bevor Sie zusagen.',
    reason:
      'Sie bekommen diese Mail, weil jemand Ihre Adresse für die Nachfolge genannt hat. Wenn Sie nicht übernehmen wollen, tun Sie nichts.',
  },
  uk: {
    subject: 'Вас просять перейняти справи',
    heading: (community) => `Передавання справ: ${community}`,
    asks: (person, community) =>
      `${person} просить вас перейняти справи у спільноті ${community}. Що відкрите і що треба знати, записано для вас.`,
    look: 'Переглянути',
    how: 'Увійдіть із цією адресою. Нічого не перейде до вас, доки ви не погодитеся.',
    reason: 'Ви отримали цей лист, бо хтось назвав вашу адресу для наступництва. Якщо не хочете, нічого не робіть.',
  },
  ar: {
    subject: 'يُطلب منك أن تتسلّم',
    heading: (community) => `تسليم في ${community}`,
    asks: (person, community) => `يطلب منك ${person} أن تتسلّم منه في ${community}. ما هو مفتوح وما يلزم معرفته مكتوب لك.`,
    look: 'عرض التسليم',
    how: 'تسجّل الدخول بعنوان البريد هذا. لا ينتقل إليك شيء قبل أن توافق.',
    reason: 'وصلتك هذه الرسالة لأن أحدًا ذكر عنوانك خلفًا له. إن لم ترد ذلك فلا تفعل شيئًا.',
  },
};

/** The words of the mail in a language, else in English. */
export const handoverWords = (language: string): HandoverWords => words[language] ?? (words['en'] as HandoverWords);

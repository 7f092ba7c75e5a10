interface InvitationWords {
  subject: string;
  heading: (community: string) => string;
  hello: (name: string) => string;
  invites: (person: string, community: string) => string;
  look: string;
  until: (day: string) => string;
  reason: string;
}

const words: Record<string, InvitationWords> = {
  en: {
    subject: 'You are invited',
    heading: (community) => `An invitation to ${community}`,
    hello: (name) => `Hello ${name},`,
    invites: (person, community) => `${person} invites you to take part in ${community}.`,
    look: 'See the invitation',
    until: (day) => `The link is for you alone and works once, until ${day}. You sign in with this mail address.`,
    reason: 'You get this mail because someone wrote your address into an invitation. If you do not want to join, do nothing.',
  },
  fr: {
    subject: 'Vous êtes invité·e',
    heading: (community) => `Une invitation à ${community}`,
    hello: (name) => `Bonjour ${name},`,
    invites: (person, community) => `${person} vous invite à participer à ${community}.`,
    look: "Voir l'invitation",
    until: (day) => `Ce lien n'est que pour vous et sert une fois, jusqu'au ${day}. Connectez-vous avec cette adresse de courriel.`,
    reason:
      "Vous recevez ce courriel parce que quelqu'un a écrit votre adresse dans une invitation. Si vous ne voulez pas participer, ne faites rien.",
  },
  de: {
    subject: 'Sie sind eingeladen',
    heading: (community) => `Eine Einladung zu ${community}`,
    hello: (name) => `Guten Tag ${name},`,
    invites: (person, community) => `${person} lädt Sie ein, bei ${community} mitzumachen.`,
    look: 'Einladung ansehen',
    until: (day) => `Der Link ist nur für Sie und gilt einmal, bis ${day}. Melden Sie sich mit dieser Mailadresse an.`,
    reason:
      'Sie bekommen diese Mail, weil jemand Ihre Adresse in eine Einladung geschrieben hat. Wenn Sie nicht mitmachen wollen, tun Sie nichts.',
  },
  uk: {
    subject: 'Вас запрошують',
    heading: (community) => `Запрошення до «${community}»`,
    hello: (name) => `Вітаємо, ${name}!`,
    invites: (person, community) => `${person} запрошує вас до спільноти «${community}».`,
    look: 'Переглянути запрошення',
    until: (day) => `Посилання лише для вас і діє один раз, до ${day}. Увійдіть із цією адресою.`,
    reason: 'Ви отримали цей лист, бо хтось указав вашу адресу в запрошенні. Якщо не хочете приєднатися, нічого не робіть.',
  },
  ar: {
    subject: 'أنت مدعو',
    heading: (community) => `دعوة إلى ${community}`,
    hello: (name) => `مرحبًا ${name}،`,
    invites: (person, community) => `يدعوك ${person} إلى المشاركة في ${community}.`,
    look: 'عرض الدعوة',
    until: (day) => `هذا الرابط لك وحدك ويُستخدم مرة واحدة حتى ${day}. سجّل الدخول بهذا العنوان البريدي.`,
    reason: 'وصلتك هذه الرسالة لأن شخصًا كتب عنوانك في دعوة. إذا كنت لا تريد الانضمام فلا تفعل شيئًا.',
  },
};

/** The words of the mail, in the language or in English. */
export const invitationWords = (language: string): InvitationWords =>
  words[language.split('-')[0] ?? 'en'] ?? (words['en'] as InvitationWords);

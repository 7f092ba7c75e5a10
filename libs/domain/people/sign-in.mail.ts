import type { MailContent } from '#platform/mail';
import { pageLanguage, type PageLanguage } from './languages.js';

/** The kind of the mail with link and code. */
export const SIGN_IN_MAIL = 'people.sign-in';

interface Texts {
  subject: string;
  heading: string;
  code: string;
  link: string;
  button: string;
  valid: string;
  ignore: string;
  reason: (host: string) => string;
  newMember: string;
}

const texts: Record<PageLanguage, Texts> = {
  en: {
    subject: 'Your sign-in code',
    heading: 'Sign in to Throughline',
    code: 'Type these six digits on the page where you asked for them:',
    link: 'Or open this link in the same browser:',
    button: 'Sign in',
    valid: 'Code and link work once, for 15 minutes.',
    ignore: 'Did you not ask for this? Then you need not do anything: without this mail nobody can sign in with your address.',
    reason: (host) => `Someone typed your address on ${host} to sign in.`,
    newMember: 'New member',
  },
  fr: {
    subject: 'Votre code de connexion',
    heading: 'Se connecter à Throughline',
    code: 'Saisissez ces six chiffres sur la page où vous les avez demandés :',
    link: 'Ou ouvrez ce lien dans le même navigateur :',
    button: 'Se connecter',
    valid: 'Le code et le lien servent une seule fois, pendant 15 minutes.',
    ignore:
      'Vous n’avez rien demandé ? Alors vous n’avez rien à faire : sans ce message, personne ne peut se connecter avec votre adresse.',
    reason: (host) => `Quelqu’un a saisi votre adresse sur ${host} pour se connecter.`,
    newMember: 'Nouveau membre',
  },
  de: {
    subject: 'Ihr Anmeldecode',
    heading: 'Bei Throughline anmelden',
    code: 'Geben Sie diese sechs Ziffern auf der Seite ein, auf der Sie sie angefordert haben:',
    link: 'Oder öffnen Sie diesen Link im selben Browser:',
    button: 'Anmelden',
    valid: 'Code und Link gelten einmal und 15 Minuten lang.',
    ignore:
      'Sie haben das nicht angefordert? Dann brauchen Sie nichts zu tun: Ohne diese Mail kann sich niemand mit Ihrer Adresse anmelden.',
    reason: (host) => `Jemand hat Ihre Adresse auf ${host} eingegeben, um sich anzumelden.`,
    newMember: 'Neues Mitglied',
  },
  uk: {
    subject: 'Ваш код для входу',
    heading: 'Вхід до Throughline',
    code: 'Введіть ці шість цифр на сторінці, де ви їх замовили:',
    link: 'Або відкрийте це посилання в тому самому браузері:',
    button: 'Увійти',
    valid: 'Код і посилання діють один раз протягом 15 хвилин.',
    ignore: 'Ви цього не замовляли? Тоді нічого не робіть: без цього листа ніхто не може увійти з вашою адресою.',
    reason: (host) => `Хтось ввів вашу адресу на ${host}, щоб увійти.`,
    newMember: 'Новий учасник',
  },
  ar: {
    subject: 'رمز تسجيل الدخول الخاص بك',
    heading: 'تسجيل الدخول إلى Throughline',
    code: 'اكتب هذه الأرقام الستة في الصفحة التي طلبتها منها:',
    link: 'أو افتح هذا الرابط في المتصفح نفسه:',
    button: 'تسجيل الدخول',
    valid: 'يعمل الرمز والرابط مرة واحدة فقط، ولمدة 15 دقيقة.',
    ignore: 'ألم تطلب ذلك؟ إذًا لا داعي لفعل أي شيء: من دون هذه الرسالة لا يستطيع أحد تسجيل الدخول بعنوانك.',
    reason: (host) => `كتب شخص ما عنوانك في ${host} لتسجيل الدخول.`,
    newMember: 'عضو جديد',
  },
};

/** What a new account is called until its owner gives a name: nothing of their address. */
export const newMemberName = (language: string): string => texts[pageLanguage(language)].newMember;

/** The mail with link and code. It does not say whether there is an account. */
export function signInMail(language: string, link: string, code: string): MailContent {
  const t = texts[pageLanguage(language)];
  return {
    subject: t.subject,
    blocks: [
      { kind: 'heading', text: t.heading },
      { kind: 'paragraph', text: t.code },
      { kind: 'code', text: `${code.slice(0, 3)} ${code.slice(3)}` },
      { kind: 'paragraph', text: t.link },
      { kind: 'button', text: t.button, url: link },
      { kind: 'note', text: t.valid },
      { kind: 'note', text: t.ignore },
    ],
    reason: t.reason(new URL(link).host),
  };
}

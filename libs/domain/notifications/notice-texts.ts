import { NotificationKind } from './notification.enums.js';

/** The mails of one language. Subjects name the community and never what was said. */
export interface NoticeTexts {
  subjects: Record<Exclude<NotificationKind, 'SESSION_REMINDER'>, string>;
  sentences: Record<Exclude<NotificationKind, 'SESSION_REMINDER'>, string>;
  fields: Record<string, string>;
  was: string;
  /** Of a link, of which only the fact is told. */
  changed: string;
  open: string;
  stop: string;
  stopped: string;
  stopPage: string;
}

export const noticeTexts: Readonly<Record<string, NoticeTexts>> = {
  en: {
    subjects: {
      MENTION: 'You were named in {community}',
      REPLY: 'New replies in {community}',
      SESSION_CHANGED: 'A session of {community} changed',
      SESSION_CANCELLED: 'A session of {community} was cancelled',
      SEAT_MOVED_UP: 'You have a seat now, in {community}',
      ENDORSEMENT_REQUESTED: 'Your organisation is asked, in {community}',
      POSITION_DECIDED: 'A position of {community} was decided',
      JOIN_REQUESTED: 'Someone asks to join {community}',
      JOIN_ANSWERED: 'Your request to join {community} was answered',
      INVITED: 'You are invited to {community}',
      AUDIENCE_ASKED: 'A question to you as an author, in {community}',
      AUDIENCE_DECIDED: 'What you asked authors in {community}',
    },
    sentences: {
      MENTION: 'Someone named you in a discussion of {community}.',
      REPLY: 'There are new replies in a discussion of {community} that you follow.',
      SESSION_CHANGED: 'A session that you signed up for in {community} was changed. The entry in your calendar is attached anew.',
      SESSION_CANCELLED: 'A session that you signed up for in {community} was cancelled. The attached file takes it out of your calendar.',
      SEAT_MOVED_UP: 'A seat became free in {community}, and it is yours. The entry for your calendar is attached.',
      ENDORSEMENT_REQUESTED:
        'A position of {community} is ready. Your organisation is asked whether it stands behind it, and you may answer.',
      POSITION_DECIDED: 'The outcome of a position of {community} was stated.',
      JOIN_REQUESTED: 'Someone asks to join {community}. Please answer.',
      JOIN_ANSWERED: 'Your request to join {community} was answered.',
      INVITED: 'You are invited to join {community}.',
      AUDIENCE_ASKED:
        'You are asked whether more people may read a discussion of {community} that you wrote in. Nothing is opened without your yes.',
      AUDIENCE_DECIDED: 'What you asked the authors of a discussion in {community} was decided, or taken back.',
    },
    fields: {
      title: 'Title',
      startsAt: 'Start',
      timeZone: 'Time zone',
      durationMinutes: 'Length',
      place: 'Place',
      host: 'Host',
      seats: 'Seats',
      description: 'Description',
      link: 'Link',
    },
    changed: 'It changed; open the session to see it.',
    was: '{after} (was: {before})',
    open: 'Open it',
    stop: 'You can stop mails of this kind in your settings, or with the unsubscribe button of your mail program.',
    stopped: 'Done. No more mails of this kind. You find the rest in your settings.',
    stopPage: 'Stop mails of this kind?',
  },
  fr: {
    subjects: {
      MENTION: 'Vous avez été cité·e dans {community}',
      REPLY: 'Nouvelles réponses dans {community}',
      SESSION_CHANGED: 'Une séance de {community} a changé',
      SESSION_CANCELLED: 'Une séance de {community} est annulée',
      SEAT_MOVED_UP: 'Vous avez maintenant une place, dans {community}',
      ENDORSEMENT_REQUESTED: 'Votre organisation est sollicitée, dans {community}',
      POSITION_DECIDED: 'Une position de {community} a été décidée',
      JOIN_REQUESTED: 'Une personne demande à rejoindre {community}',
      JOIN_ANSWERED: 'Réponse à votre demande pour {community}',
      INVITED: 'Vous êtes invité·e dans {community}',
      AUDIENCE_ASKED: 'Une question à vous comme autrice ou auteur, dans {community}',
      AUDIENCE_DECIDED: 'Votre question aux auteurs dans {community}',
    },
    sentences: {
      MENTION: 'Une personne vous a cité·e dans une discussion de {community}.',
      REPLY: 'Il y a de nouvelles réponses dans une discussion de {community} que vous suivez.',
      SESSION_CHANGED:
        'Une séance de {community} à laquelle vous êtes inscrit·e a changé. L’entrée de votre calendrier est jointe à nouveau.',
      SESSION_CANCELLED:
        'Une séance de {community} à laquelle vous étiez inscrit·e est annulée. Le fichier joint la retire de votre calendrier.',
      SEAT_MOVED_UP: 'Une place s’est libérée dans {community} : elle est à vous. L’entrée pour votre calendrier est jointe.',
      ENDORSEMENT_REQUESTED:
        'Une position de {community} est prête. On demande à votre organisation si elle la soutient, et vous pouvez répondre.',
      POSITION_DECIDED: 'L’issue d’une position de {community} a été annoncée.',
      JOIN_REQUESTED: 'Une personne demande à rejoindre {community}. Merci de lui répondre.',
      JOIN_ANSWERED: 'Votre demande pour rejoindre {community} a reçu une réponse.',
      INVITED: 'Vous êtes invité·e à rejoindre {community}.',
      AUDIENCE_ASKED:
        'On vous demande si davantage de personnes peuvent lire une discussion de {community} où vous avez écrit. Rien ne s’ouvre sans votre oui.',
      AUDIENCE_DECIDED: 'Ce que vous aviez demandé aux auteurs d’une discussion de {community} a été décidé ou retiré.',
    },
    fields: {
      title: 'Titre',
      startsAt: 'Début',
      timeZone: 'Fuseau horaire',
      durationMinutes: 'Durée',
      place: 'Lieu',
      host: 'Organisation hôte',
      seats: 'Places',
      description: 'Description',
      link: 'Lien',
    },
    changed: 'Il a changé ; ouvrez la séance pour le voir.',
    was: '{after} (avant : {before})',
    open: 'Ouvrir',
    stop: 'Vous pouvez arrêter ces messages dans vos réglages, ou avec le bouton de désabonnement de votre messagerie.',
    stopped: 'C’est fait. Plus de messages de ce type. Le reste se trouve dans vos réglages.',
    stopPage: 'Arrêter les messages de ce type ?',
  },
  de: {
    subjects: {
      MENTION: 'Sie wurden in {community} erwähnt',
      REPLY: 'Neue Antworten in {community}',
      SESSION_CHANGED: 'Ein Treffen von {community} wurde geändert',
      SESSION_CANCELLED: 'Ein Treffen von {community} wurde abgesagt',
      SEAT_MOVED_UP: 'Sie haben jetzt einen Platz, in {community}',
      ENDORSEMENT_REQUESTED: 'Ihre Organisation ist gefragt, in {community}',
      POSITION_DECIDED: 'Über eine Position von {community} wurde entschieden',
      JOIN_REQUESTED: 'Jemand möchte {community} beitreten',
      JOIN_ANSWERED: 'Antwort auf Ihre Anfrage an {community}',
      INVITED: 'Einladung zu {community}',
      AUDIENCE_ASKED: 'Eine Frage an Sie, weil Sie geschrieben haben, in {community}',
      AUDIENCE_DECIDED: 'Ihre Frage an die Schreibenden in {community}',
    },
    sentences: {
      MENTION: 'Sie wurden in einer Diskussion von {community} erwähnt.',
      REPLY: 'In einer Diskussion von {community}, der Sie folgen, gibt es neue Antworten.',
      SESSION_CHANGED: 'Ein Treffen von {community}, zu dem Sie angemeldet sind, wurde geändert. Der Kalendereintrag hängt neu an.',
      SESSION_CANCELLED:
        'Ein Treffen von {community}, zu dem Sie angemeldet waren, wurde abgesagt. Die angehängte Datei nimmt es aus Ihrem Kalender.',
      SEAT_MOVED_UP: 'In {community} ist ein Platz frei geworden, und er gehört Ihnen. Der Kalendereintrag hängt an.',
      ENDORSEMENT_REQUESTED:
        'Eine Position von {community} ist fertig. Ihre Organisation wird gefragt, ob sie dahintersteht, und Sie können antworten.',
      POSITION_DECIDED: 'Das Ergebnis zu einer Position von {community} steht fest.',
      JOIN_REQUESTED: 'Jemand möchte {community} beitreten. Bitte antworten Sie.',
      JOIN_ANSWERED: 'Ihre Anfrage, {community} beizutreten, wurde beantwortet.',
      INVITED: 'Sie sind eingeladen, {community} beizutreten.',
      AUDIENCE_ASKED:
        'Sie werden gefragt, ob mehr Menschen eine Diskussion von {community} lesen dürfen, in der Sie geschrieben haben. Ohne Ihr Ja wird nichts geöffnet.',
      AUDIENCE_DECIDED:
        'Über Ihre Frage an die Schreibenden einer Diskussion von {community} ist entschieden, oder sie wurde zurückgenommen.',
    },
    fields: {
      title: 'Titel',
      startsAt: 'Beginn',
      timeZone: 'Zeitzone',
      durationMinutes: 'Dauer',
      place: 'Ort',
      host: 'Gastgeber',
      seats: 'Plätze',
      description: 'Beschreibung',
      link: 'Link',
    },
    changed: 'Er wurde geändert; öffnen Sie das Treffen, um ihn zu sehen.',
    was: '{after} (vorher: {before})',
    open: 'Öffnen',
    stop: 'Sie können diese Nachrichten in Ihren Einstellungen oder mit dem Abmeldeknopf Ihres Mailprogramms abstellen.',
    stopped: 'Erledigt. Keine Nachrichten dieser Art mehr. Alles Weitere finden Sie in Ihren Einstellungen.',
    stopPage: 'Nachrichten dieser Art abstellen?',
  },
  uk: {
    subjects: {
      MENTION: 'Вас згадали у спільноті {community}',
      REPLY: 'Нові відповіді у спільноті {community}',
      SESSION_CHANGED: 'Сесію спільноти {community} змінено',
      SESSION_CANCELLED: 'Сесію спільноти {community} скасовано',
      SEAT_MOVED_UP: 'Тепер у вас є місце, спільнота {community}',
      ENDORSEMENT_REQUESTED: 'Запитання до вашої організації, спільнота {community}',
      POSITION_DECIDED: 'Щодо позиції спільноти {community} ухвалено рішення',
      JOIN_REQUESTED: 'Хтось хоче приєднатися до спільноти {community}',
      JOIN_ANSWERED: 'Відповідь на ваш запит до спільноти {community}',
      INVITED: 'Запрошення до спільноти {community}',
      AUDIENCE_ASKED: 'Запитання до вас як автора у спільноті {community}',
      AUDIENCE_DECIDED: 'Ваше запитання до авторів у спільноті {community}',
    },
    sentences: {
      MENTION: 'Вас згадали в обговоренні спільноти {community}.',
      REPLY: 'В обговоренні спільноти {community}, за яким ви стежите, є нові відповіді.',
      SESSION_CHANGED: 'Сесію спільноти {community}, на яку ви записані, змінено. Оновлений запис для календаря додано.',
      SESSION_CANCELLED: 'Сесію спільноти {community}, на яку ви були записані, скасовано. Доданий файл прибере її з вашого календаря.',
      SEAT_MOVED_UP: 'У спільноті {community} звільнилося місце, і воно ваше. Запис для календаря додано.',
      ENDORSEMENT_REQUESTED:
        'Позиція спільноти {community} готова. Вашу організацію питають, чи вона її підтримує, і ви можете відповісти.',
      POSITION_DECIDED: 'Оголошено підсумок щодо позиції спільноти {community}.',
      JOIN_REQUESTED: 'Хтось хоче приєднатися до спільноти {community}. Будь ласка, дайте відповідь.',
      JOIN_ANSWERED: 'На ваш запит приєднатися до спільноти {community} відповіли.',
      INVITED: 'Вас запрошують приєднатися до спільноти {community}.',
      AUDIENCE_ASKED:
        'Вас питають, чи може більше людей читати обговорення спільноти {community}, у якому ви писали. Без вашої згоди нічого не відкриють.',
      AUDIENCE_DECIDED: 'Щодо вашого запитання до авторів обговорення у спільноті {community} ухвалено рішення, або його відкликано.',
    },
    fields: {
      title: 'Назва',
      startsAt: 'Початок',
      timeZone: 'Часовий пояс',
      durationMinutes: 'Тривалість',
      place: 'Місце',
      host: 'Господар',
      seats: 'Місця',
      description: 'Опис',
      link: 'Посилання',
    },
    changed: 'Воно змінилося; відкрийте сесію, щоб його побачити.',
    was: '{after} (було: {before})',
    open: 'Відкрити',
    stop: 'Такі листи можна вимкнути в налаштуваннях або кнопкою відписки у вашій пошті.',
    stopped: 'Готово. Таких листів більше не буде. Решту знайдете в налаштуваннях.',
    stopPage: 'Вимкнути такі листи?',
  },
  ar: {
    subjects: {
      MENTION: 'ذُكر اسمك في {community}',
      REPLY: 'ردود جديدة في {community}',
      SESSION_CHANGED: 'تغيّرت جلسة في {community}',
      SESSION_CANCELLED: 'أُلغيت جلسة في {community}',
      SEAT_MOVED_UP: 'أصبح لك مقعد في {community}',
      ENDORSEMENT_REQUESTED: 'سؤال إلى منظمتك في {community}',
      POSITION_DECIDED: 'حُسم أمر موقف في {community}',
      JOIN_REQUESTED: 'طلب انضمام إلى {community}',
      JOIN_ANSWERED: 'ردّ على طلب انضمامك إلى {community}',
      INVITED: 'دعوة إلى {community}',
      AUDIENCE_ASKED: 'سؤال إليك بصفتك كاتبًا في {community}',
      AUDIENCE_DECIDED: 'سؤالك للكتّاب في {community}',
    },
    sentences: {
      MENTION: 'ذكر أحدهم اسمك في نقاش ضمن {community}.',
      REPLY: 'هناك ردود جديدة في نقاش تتابعه ضمن {community}.',
      SESSION_CHANGED: 'تغيّرت جلسة سجّلت فيها ضمن {community}. أرفقنا الموعد المحدّث لتقويمك.',
      SESSION_CANCELLED: 'أُلغيت جلسة سجّلت فيها ضمن {community}. الملف المرفق يزيلها من تقويمك.',
      SEAT_MOVED_UP: 'شغر مقعد في {community} وهو لك الآن. أرفقنا الموعد لتقويمك.',
      ENDORSEMENT_REQUESTED: 'أصبح موقف {community} جاهزًا. تُسأل منظمتك هل تؤيده، ويمكنك أن تجيب عنها.',
      POSITION_DECIDED: 'أُعلنت نتيجة موقف في {community}.',
      JOIN_REQUESTED: 'هناك من يطلب الانضمام إلى {community}. نرجو الرد.',
      JOIN_ANSWERED: 'ورد جواب على طلبك الانضمام إلى {community}.',
      INVITED: 'أنت مدعو للانضمام إلى {community}.',
      AUDIENCE_ASKED: 'تُسأل هل يجوز أن يقرأ مزيد من الناس نقاشًا كتبت فيه ضمن {community}. لا يُفتح شيء من دون موافقتك.',
      AUDIENCE_DECIDED: 'حُسم ما سألت عنه كتّاب نقاش ضمن {community}، أو سُحب.',
    },
    fields: {
      title: 'العنوان',
      startsAt: 'البداية',
      timeZone: 'المنطقة الزمنية',
      durationMinutes: 'المدة',
      place: 'المكان',
      host: 'المضيف',
      seats: 'المقاعد',
      description: 'الوصف',
      link: 'الرابط',
    },
    changed: 'تغيّر؛ افتح الجلسة لتراه.',
    was: '{after} (كان: {before})',
    open: 'افتح',
    stop: 'يمكنك إيقاف هذا النوع من الرسائل في إعداداتك أو بزر إلغاء الاشتراك في بريدك.',
    stopped: 'تم. لن تصلك رسائل من هذا النوع. تجد البقية في إعداداتك.',
    stopPage: 'هل توقف هذا النوع من الرسائل؟',
  },
};

export const noticeTextsIn = (language: string): NoticeTexts =>
  (noticeTexts[language.split('-')[0] ?? 'en'] ?? noticeTexts['en']) as NoticeTexts;

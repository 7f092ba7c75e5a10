import { useTranslation } from 'react-i18next';
import type { ReportPartsFragment } from '../../gql/insights/graphql.js';
import { useLanguage } from '../../i18n/use-language.js';

type Numbers = ReportPartsFragment['numbers'];

/** The numbers in their parts; each with its word, so that it can be read aloud. */
export function Figures({ numbers }: { numbers: Numbers }) {
  const { t } = useTranslation('report');
  const { locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  const shown = (count: number | null) => (count === null ? t('hidden') : number.format(count));
  const of = (...keys: (keyof Numbers)[]) =>
    keys
      .filter((key) => key !== '__typename')
      .map((key) => ({ key, label: t(`figure.${key}` as 'figure.seats'), value: shown(numbers[key] as number | null) }));
  const change = (before: number, after: number) => `${number.format(before)} → ${number.format(after)}`;
  const parts = [
    {
      title: t('part.people'),
      figures: [
        { key: 'members', label: t('figure.members'), value: change(numbers.membersBefore, numbers.membersAfter) },
        ...of('joined', 'left'),
        { key: 'organisations', label: t('figure.organisations'), value: change(numbers.organisationsBefore, numbers.organisationsAfter) },
        ...of('groups'),
      ],
    },
    { title: t('part.learning'), figures: of('sessions', 'seats', 'participants', 'cancelled', 'needs', 'answeredNeeds') },
    { title: t('part.talk'), figures: of('threads', 'replies', 'writers', 'offers') },
    { title: t('part.voice'), figures: of('positions', 'endorsements', 'adopted', 'published') },
  ];
  return (
    <div className="reportparts">
      {parts.map(({ title, figures }) => (
        <section key={title} className="stack g2">
          <h3>{title}</h3>
          <dl className="figures">
            {figures.map(({ key, label, value }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd className="num">
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

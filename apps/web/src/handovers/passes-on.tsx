import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { InstantText } from '../design/small.js';
import type { HandoverPartsFragment } from '../gql/handovers/graphql.js';

const order: HandoverPartsFragment['passesOn'][number]['kind'][] = [
  'ENDORSEMENT_REQUEST',
  'SESSION',
  'POSITION',
  'JOIN_REQUESTS',
  'THREAD',
];

/** What passes on by itself, by kind, each with the way to it. */
export function PassesOn({ handover: { passesOn } }: { handover: HandoverPartsFragment }) {
  const { t } = useTranslation('handovers');
  return (
    <section aria-labelledby="passeson">
      <h2 id="passeson">{t('passesOn')}</h2>
      <p className="small ink2 measure">{t('passesOnWhy')}</p>
      {passesOn.length === 0 && <p className="ink2">{t('nothing')}</p>}
      {order.map((kind) => {
        const things = passesOn.filter((one) => one.kind === kind);
        return (
          things.length > 0 && (
            <section key={kind} className="handoverkind">
              <h3>{t(`kind.${kind}`)}</h3>
              <ul className="plain">
                {things.map(({ title, path, at }) => (
                  <li key={path} className="rowline small">
                    <Link to={path}>
                      <b dir="auto">{title}</b>
                    </Link>{' '}
                    {at && (
                      <span className="ink2">
                        <InstantText at={at} style="day" />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </section>
  );
}

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { AnswerTieDocument, EndTieDocument, type FamilyPartsFragment, type TieLineFragment } from '../../gql/communities/graphql.js';

/** Partners of a community, and what is proposed to it or by it. */
export function Ties({ family }: { family: FamilyPartsFragment }) {
  const { t } = useTranslation('family');
  const asked = family.ties.filter((tie) => !tie.agreedAt);
  const partners = family.ties.filter((tie) => tie.agreedAt);
  return (
    <>
      {asked.length > 0 && (
        <section aria-labelledby="proposals">
          <h2 id="proposals">{t('proposals.title')}</h2>
          <ul className="plain">
            {asked.map((tie) => (
              <Tie key={tie.id} tie={tie} family={family} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="partners">
        <h2 id="partners">{t('partners.title')}</h2>
        {partners.length === 0 && <p className="ink2">{t('partners.none')}</p>}
        <ul className="plain">
          {partners.map((tie) => (
            <Tie key={tie.id} tie={tie} family={family} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Tie({ tie, family }: { tie: TieLineFragment; family: FamilyPartsFragment }) {
  const { t } = useTranslation('family');
  const answer = useWrite(AnswerTieDocument);
  const end = useWrite(EndTieDocument);
  const isFirst = tie.community?.id === family.id;
  const other = isFirst ? tie.other : tie.community;
  const says = tie.kind === 'PARTNER' ? 'partner' : isFirst ? 'partOf' : 'hasPart';
  return (
    <li className="rowline">
      <div className="partnerline">
        <div className="grow stack g1">
          <span>
            {other ? (
              <Link to="/c/$slug" params={{ slug: other.slug }}>
                <bdi>{other.name}</bdi>
              </Link>
            ) : (
              <a href={tie.outsideUrl ?? ''} rel="noreferrer noopener nofollow">
                <bdi>{tie.outsideName}</bdi>
              </a>
            )}
            {!tie.agreedAt && <span className="small ink2"> · {t(`proposals.${says}`)}</span>}
            {!other && <span className="small ink2"> · {t('partners.outside')}</span>}
          </span>
          {tie.note && (
            <p className="small ink2" dir="auto">
              {tie.note}
            </p>
          )}
        </div>
        <div className="flex wrap">
          {tie.viewerCan.includes('ANSWER') && (
            <>
              <Button onClick={() => void answer.write({ tieId: tie.id, agree: true })} loading={answer.isWriting}>
                {t('proposals.agree')}
              </Button>
              <Button variant="default" onClick={() => void answer.write({ tieId: tie.id, agree: false })} disabled={answer.isWriting}>
                {t('proposals.decline')}
              </Button>
            </>
          )}
          {tie.viewerCan.includes('END') && (
            <Button variant="default" onClick={() => void end.write({ tieId: tie.id })} loading={end.isWriting}>
              {t(tie.agreedAt ? 'partners.end' : 'proposals.takeBack')}
            </Button>
          )}
        </div>
      </div>
      <WriteTrouble failure={answer.failure ?? end.failure} />
    </li>
  );
}

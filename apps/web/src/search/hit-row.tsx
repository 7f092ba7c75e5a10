import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHitLineFragment } from '../gql/search/graphql.js';
import { dayText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';

/** Plain texts, of which some were looked for: never markup. */
function Pieces({ pieces }: { pieces: { text: string; isHit: boolean }[] }) {
  return pieces.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>));
}

const dated = ['THREAD', 'POST', 'SESSION', 'NEED', 'POSITION', 'OFFER'];

/** One result: what it is and where, its title, and the place where the words stand. */
export function HitRow({ hit, onOpen }: { hit: SearchHitLineFragment; onOpen: () => void }) {
  const { t } = useTranslation('search');
  const { locale } = useLanguage();
  const { kind, community, author, at, titlePieces, excerptPieces, path } = hit;
  const facts = [
    <span key="kind">{t(`kind.${kind}`)}</span>,
    community && kind !== 'COMMUNITY' && <bdi key="place">{community.name}</bdi>,
    author && kind !== 'PERSON' && <bdi key="who">{author.name}</bdi>,
    dated.includes(kind) && (
      <time key="at" dateTime={at}>
        {dayText(at, locale)}
      </time>
    ),
  ].filter((fact) => fact !== null && fact !== false);
  return (
    <li className="hitrow rowline">
      <p className="tiny ink2">
        {facts.map((fact, index) => (
          <Fragment key={index}>
            {index > 0 && ' · '}
            {fact}
          </Fragment>
        ))}
      </p>
      <h2 className="hittitle" dir="auto">
        <Link to={path} onClick={onOpen} data-row>
          <Pieces pieces={titlePieces} />
        </Link>
      </h2>
      {excerptPieces.length > 0 && (
        <p className="small hittext" dir="auto">
          <Pieces pieces={excerptPieces} />
        </p>
      )}
    </li>
  );
}

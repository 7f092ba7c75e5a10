import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { InstantText } from '../design/small.js';
import { PublicPositionDocument, type PublicPositionQuery } from '../gql/advocacy/graphql.js';
import { useOwnZone } from '../shell/own-zone.js';
import { OuterFrame } from '../shell/outer-frame.js';
import { RecordText } from './record-text.js';
import { OthersAsked, Reservations, Signatories } from './signatories.js';
import './advocacy.css';
import './public-position.css';

type Position = PublicPositionQuery['publicPosition'];

/** A published position, as anyone may read it. */
export function PublicPositionScreen() {
  const { t } = useTranslation('advocacy');
  const { positionId } = useParams({ from: '/positions/$positionId/public' });
  const found = useQuery(PublicPositionDocument, { variables: { id: positionId } });
  return (
    <OuterFrame>
      <main id="main" className="publicpage">
        <Page title={found.data?.publicPosition.title ?? t('titles.publicPosition')} size="wide">
          <Loaded query={found}>{({ publicPosition }) => <Published position={publicPosition} />}</Loaded>
        </Page>
      </main>
    </OuterFrame>
  );
}

function Published({ position }: { position: Position }) {
  const { t } = useTranslation('advocacy');
  return (
    <div className="out">
      <article>
        <header>
          <p className="small ink2">
            {position.communitySlug ? (
              <Link className="quiet" to="/c/$slug" params={{ slug: position.communitySlug }}>
                {t('public.jointOf', { community: position.communityName })}
              </Link>
            ) : (
              t('public.jointOf', { community: position.communityName })
            )}
          </p>
          {position.isDemo && <p className="demo">{t('public.demo')}</p>}
          <h1 className="record pubtitle" dir="auto">
            {position.title}
          </h1>
          <p className="record pubpurpose ink2" dir="auto">
            {position.purpose}
          </p>
        </header>
        <Facts position={position} />
        <RecordText html={position.html} className="pub" />
        <section className="pubpart">
          <h2>{t('public.who')}</h2>
          <Signatories signatories={position.signatories} />
          <Reservations reservations={position.reservations} />
          <OthersAsked position={position} />
        </section>
      </article>
      <aside className="aside pubaside">
        <section className="stack g2">
          <h2 className="label">{t('public.outcome')}</h2>
          <p className="small record" dir="auto">
            {position.outcome.statement}
          </p>
        </section>
        <section className="stack g2 noprint">
          <h2 className="label">{t('public.take')}</h2>
          <div>
            <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
              {t('public.print')}
            </Button>
          </div>
        </section>
        <section className="stack g2">
          <h2 className="label">{t('public.check')}</h2>
          <p className="tiny ink2">{t('public.checkWhy')}</p>
          <p className="tiny checkvalue ltr">{position.checkValue.match(/.{1,8}/g)?.join(' ')}</p>
        </section>
      </aside>
    </div>
  );
}

function Facts({ position }: { position: Position }) {
  const { t } = useTranslation('advocacy');
  const zone = useOwnZone();
  const { policyProcess: process, outcome, signatories, reservations } = position;
  return (
    <dl className="facts">
      <div>
        <dt>{t('public.to')}</dt>
        <dd dir="auto">{position.addressee}</dd>
      </div>
      {process && (
        <div>
          <dt>{t('public.process')}</dt>
          <dd dir="auto">
            {process.sourceUrl ? (
              <a href={process.sourceUrl} rel="noreferrer noopener nofollow">
                {process.name}
              </a>
            ) : (
              process.name
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('public.state')}</dt>
        <dd>
          {reservations.length > 0 ? t('public.adoptedWith', { count: reservations.length }) : t('outcome.adopted')}
          {' · '}
          <InstantText at={outcome.statedAt} style="day" timeZone={zone} />
        </dd>
      </div>
      <div>
        <dt>{t('public.published')}</dt>
        <dd>
          <InstantText at={position.publishedAt} style="day" timeZone={zone} />
        </dd>
      </div>
      <div>
        <dt>{t('public.behindIt')}</dt>
        <dd>{t('public.behind', { count: signatories.length + reservations.length })}</dd>
      </div>
    </dl>
  );
}

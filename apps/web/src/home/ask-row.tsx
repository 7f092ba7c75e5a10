import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Effort } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import type { AskPartsFragment } from '../gql/home/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { useOwnZone } from '../shell/own-zone.js';
import { useAnswerRequest, useStop, useTakeSeat, type AskDoing } from './ask-doings.js';

/** One ask: where, how long, what, why it came, one click to do it and one to stop its kind. */
export function AskRow({ ask, number, ...doing }: { ask: AskPartsFragment; number: number } & AskDoing) {
  const { t } = useTranslation('home');
  const { locale } = useLanguage();
  const { kind, title, detail, minutes, community, actor, path } = ask;
  const stop = useStop(ask, doing);
  const why = useWhy(ask);
  const isRecord = kind === 'ANSWER_ENDORSEMENT' || kind === 'WRITE_POSITION';
  return (
    <li className="rowline ask">
      <span className="askn num" aria-hidden>
        {new Intl.NumberFormat(locale).format(number)}
      </span>
      <div className="grow stack g2">
        <p className="flex wrap small ink2">
          {community && (
            <>
              <bdi>{community.name}</bdi>
              <span aria-hidden>·</span>
            </>
          )}
          <span>{t(`kind.${kind}`)}</span>
          <Effort minutes={minutes} />
        </p>
        <h2 className={isRecord ? 'record' : undefined}>
          <Link to={path} className="quiet" data-item>
            {kind === 'ANSWER_JOIN_REQUEST' && actor ? (
              t('title.ANSWER_JOIN_REQUEST', { name: actor.name, community: community?.name ?? title })
            ) : kind === 'ANSWER_INTRODUCTION' ? (
              t('title.ANSWER_INTRODUCTION', { name: actor?.name ?? '' })
            ) : kind === 'COMPLETE_PROFILE' ? (
              t('title.COMPLETE_PROFILE')
            ) : kind === 'JOIN_COMMUNITY' ? (
              t('title.JOIN_COMMUNITY')
            ) : (
              <bdi>{title}</bdi>
            )}
          </Link>
        </h2>
        {detail && kind !== 'WRITE_POSITION' && (
          <div className="flex top">
            {actor && <PersonFace name={actor.name} pictureUrl={actor.pictureUrl} small />}
            <p dir="auto" className="ink2">
              {t('quoted', { text: detail })}
            </p>
          </div>
        )}
        <AskDo ask={ask} isFirst={number === 1} {...doing} />
        <p className="small ink2">
          {why}{' '}
          {ask.notificationKind && (
            <button type="button" className="textbutton stopthese" onClick={() => void stop.stop()}>
              {t('stop')}
            </button>
          )}
        </p>
        <WriteTrouble failure={stop.failure} />
      </div>
    </li>
  );
}

/** Why it is here, in one sentence. */
function useWhy({ kind, due, organisation, actor, detail }: AskPartsFragment): string {
  const { t } = useTranslation('home');
  const { locale } = useLanguage();
  const zone = useOwnZone();
  const when = due
    ? new Intl.DateTimeFormat(locale, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        hour: '2-digit',
        minute: '2-digit',
        timeZone: zone,
      }).format(new Date(due))
    : null;
  switch (kind) {
    case 'ANSWER_ENDORSEMENT': {
      const who = { organisation: organisation?.name ?? '' };
      return when ? t('why.ANSWER_ENDORSEMENT_UNTIL', { ...who, when }) : t('why.ANSWER_ENDORSEMENT', who);
    }
    case 'REPLY_TO_MENTION':
      return actor ? t('why.REPLY_TO_MENTION', { name: actor.name }) : t('why.REPLY_TO_MENTION_UNKNOWN');
    case 'READ_ANNOUNCEMENT':
      return actor ? t('why.READ_ANNOUNCEMENT', { name: actor.name }) : t('why.READ_ANNOUNCEMENT_UNKNOWN');
    case 'TAKE_SEAT':
      return when ? t('why.TAKE_SEAT', { when }) : t('why.TAKE_SEAT_SOON');
    case 'WRITE_POSITION':
      return when ? t('why.WRITE_POSITION', { when, addressee: detail ?? '' }) : t('why.WRITE_POSITION_OPEN');
    case 'ANSWER_JOIN_REQUEST':
      return t('why.ANSWER_JOIN_REQUEST');
    case 'ANSWER_INTRODUCTION':
      return organisation ? t('why.ANSWER_INTRODUCTION_FOR', { organisation: organisation.name }) : t('why.ANSWER_INTRODUCTION');
    case 'COMPLETE_PROFILE':
      return t('why.COMPLETE_PROFILE');
    case 'JOIN_COMMUNITY':
      return t('why.JOIN_COMMUNITY');
  }
}

/** One click to do it: here, where that is all; otherwise the place where it is done. Only the first one stands out. */
function AskDo({ ask, isFirst, ...doing }: { ask: AskPartsFragment; isFirst: boolean } & AskDoing) {
  const { t } = useTranslation('home');
  const seat = useTakeSeat(ask, doing);
  const request = useAnswerRequest(ask, doing);
  const variant = isFirst ? 'filled' : 'default';
  if (ask.kind === 'TAKE_SEAT') {
    return (
      <>
        <div className="flex wrap">
          <Button variant={variant} loading={seat.isWriting} onClick={() => void seat.take()}>
            {t('do.TAKE_SEAT')}
          </Button>
          <Button component={Link} to={ask.path} variant="subtle">
            {t('look')}
          </Button>
        </div>
        <WriteTrouble failure={seat.failure} />
      </>
    );
  }
  if (ask.kind === 'ANSWER_JOIN_REQUEST') {
    return (
      <>
        <div className="flex wrap">
          <Button variant={variant} loading={request.isWriting} onClick={() => void request.answer(true)}>
            {t('do.ANSWER_JOIN_REQUEST')}
          </Button>
          <Button variant="subtle" disabled={request.isWriting} onClick={() => void request.answer(false)}>
            {t('decline')}
          </Button>
        </div>
        <WriteTrouble failure={request.failure} />
      </>
    );
  }
  return (
    <div>
      <Button component={Link} to={ask.path} variant={variant}>
        {t(`do.${ask.kind}`)}
      </Button>
    </div>
  );
}

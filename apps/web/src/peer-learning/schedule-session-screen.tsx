import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect, VisuallyHidden } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenRoom, PlaceField } from '../communities/groups/place-field.js';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { Empty, WriteTrouble } from '../design/states.js';
import { Crumb } from '../design/way.js';
import { WhoWillSee } from '../design/who-will-see.js';
import {
  ScheduleSessionDocument,
  SessionsOfCommunityDocument,
  type SessionKind,
  type SessionsOfCommunityQuery,
} from '../gql/peer-learning/graphql.js';
import { useOwnZone } from '../shell/own-zone.js';
import { useFormKeys } from './form-keys.js';
import { NeedField } from './need-field.js';
import { DescriptionField, HostField, TitleField, WhenFields, WhereFields } from './session-fields.js';
import { emptyDraft, sessionFields, useKeptDraft, type SessionDraft } from './session-form.js';
import { sessionKinds } from './session-words.js';
import './sessions.css';

/** A coordinator sets a date for learning together. */
export function ScheduleSessionScreen() {
  const { t } = useTranslation('peer-learning');
  const { slug } = useParams({ from: '/c/$slug/sessions/new' });
  const found = useQuery(SessionsOfCommunityDocument, { variables: { slug } });
  return (
    <Page title={t('titles.scheduleSession')}>
      <Loaded query={found}>
        {({ community }) => (
          <>
            <Crumb>
              <Link to="/c/$slug" params={{ slug }}>
                <bdi>{community.name}</bdi>
              </Link>
              <Link to="/c/$slug/sessions" params={{ slug }}>
                {t('titles.sessions')}
              </Link>
            </Crumb>
            <h1 style={{ marginBlock: '0.5rem 1.5rem' }}>{t('titles.scheduleSession')}</h1>
            {community.viewerCan.includes('SCHEDULE_SESSION') ||
            community.groups.some((group) => group.viewerCan.includes('SCHEDULE_SESSION')) ? (
              <ScheduleForm community={community} />
            ) : (
              <Empty title={t('schedule.notYou')}>{t('schedule.notYouWhy')}</Empty>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ScheduleForm({ community }: { community: SessionsOfCommunityQuery['community'] }) {
  const { t } = useTranslation(['peer-learning', 'errors']);
  const own = useOwnZone();
  const { need, group } = useSearch({ from: '/c/$slug/sessions/new' });
  const navigate = useNavigate();
  const mayInCommunity = community.viewerCan.includes('SCHEDULE_SESSION');
  const rooms = community.groups.filter((one) => one.viewerCan.includes('SCHEDULE_SESSION'));
  const room = chosenRoom(rooms, group, mayInCommunity);
  const { draft, setDraft, forgetDraft } = useKeptDraft(`throughline-session:${community.id}`, emptyDraft(own, need ?? null));
  const { write, isWriting, failure } = useWrite(ScheduleSessionDocument);
  const form = useFormKeys();
  const [missing, setMissing] = useState<Record<string, string>>({});
  const errors = { ...failure?.fields, ...missing };
  const change = (changed: Partial<SessionDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const fields = { draft, onChange: change, errors };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { kind, date, time, minutes, seats } = draft;
    const empty: Record<string, string> = {
      ...(!kind && { kind: t('form.chooseKind') }),
      ...((!date || !time) && { localStart: t('form.chooseTime') }),
      ...(minutes === '' && { durationMinutes: t('form.sayHowLong') }),
      ...(seats === '' && { seats: t('form.sayHowMany') }),
      ...(!draft.title.trim() && { title: t('form.giveTitle') }),
      ...(!draft.needId && !draft.needStatement.trim() && { needStatement: t('errors:fields.NEED_MISSING') }),
      ...(!draft.place.trim() && !draft.link.trim() && { place: t('errors:fields.PLACE_OR_LINK') }),
    };
    setMissing(empty);
    if (Object.keys(empty).length > 0 || !kind || minutes === '' || seats === '') return;
    const data = await write({
      communityId: community.id,
      ...(room && { groupId: room.id }),
      title: draft.title.trim(),
      kind,
      description: draft.description.trim() || null,
      needId: draft.needId,
      needStatement: draft.needId ? null : draft.needStatement.trim() || null,
      hostId: draft.host?.id ?? null,
      localStart: `${date}T${time}`,
      timeZone: draft.timeZone,
      durationMinutes: minutes,
      place: draft.place.trim() || null,
      link: draft.link.trim() || null,
      seats,
    });
    if (!data) return;
    forgetDraft();
    await navigate({ to: '/s/$sessionId', params: { sessionId: data.scheduleSession.id } });
  };

  return (
    <form ref={form} className="sessionform" noValidate onSubmit={(event) => void save(event)}>
      <PlaceField
        community={community.name}
        mayInCommunity={mayInCommunity}
        rooms={rooms}
        chosen={room}
        onChange={(chosen) =>
          void navigate({
            to: '/c/$slug/sessions/new',
            params: { slug: community.slug },
            search: { ...(need && { need }), ...(chosen && { group: chosen }) },
            replace: true,
          })
        }
      />
      <TitleField {...fields} />
      <NativeSelect
        label={t('form.kind')}
        value={draft.kind ?? ''}
        onChange={({ currentTarget }) => change({ kind: (currentTarget.value || null) as SessionKind | null })}
        data={[{ value: '', label: t('form.chooseKind') }, ...sessionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))]}
        error={errors['kind']}
      />
      <NeedField communityId={community.id} level={community.visibility === 'PUBLIC' ? 'public' : 'community'} {...fields} />
      <WhenFields {...fields} />
      <WhereFields {...fields} />
      <HostField {...fields} />
      <DescriptionField {...fields} />
      <div className="stack g2">
        <VisuallyHidden component="h2">{t('form.before')}</VisuallyHidden>
        <WhoWillSee
          level={room ? 'group' : community.visibility === 'PUBLIC' ? 'public' : 'community'}
          community={community.name}
          room={room?.name}
          people={room?.memberCount ?? community.memberCount}
        />
        {!room && <p className="small ink2">{t('form.linkAndNames', { community: community.name })}</p>}
      </div>
      <WriteTrouble failure={failure} shownFields={sessionFields} />
      <div className="formactions">
        <Button type="submit" loading={isWriting}>
          {t('schedule.save')}
        </Button>
        <span className="small ink2">{t('schedule.kept')}</span>
      </div>
    </form>
  );
}

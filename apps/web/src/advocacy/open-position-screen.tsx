import { useQuery } from '@apollo/client/react';
import { Button, Textarea, TextInput } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenRoom, PlaceField } from '../communities/groups/place-field.js';
import { useKeptForm } from '../communities/use-kept-form.js';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { Empty, WriteTrouble } from '../design/states.js';
import { Crumb } from '../design/way.js';
import { WhoWillSee } from '../design/who-will-see.js';
import { OpenPositionDocument, PositionsCommunityDocument, type PositionsCommunityQuery } from '../gql/advocacy/graphql.js';
import { useOwnZone } from '../shell/own-zone.js';
import { AddresseeField } from './addressee-field.js';
import { instantOf } from './days.js';
import { InstantField } from './instant-field.js';
import './advocacy.css';

const empty = { title: '', addressee: '', policyProcessId: '', purpose: '', deadline: '' };
const shownFields = ['title', 'addressee', 'policyProcessId', 'purpose', 'deadline'];

/** A coordinator begins a position: what is to be said, and to whom. */
export function OpenPositionScreen() {
  const { t } = useTranslation('advocacy');
  const { slug } = useParams({ from: '/c/$slug/positions/new' });
  const found = useQuery(PositionsCommunityDocument, { variables: { slug } });
  return (
    <Page title={t('titles.openPosition')} size="narrow">
      <Loaded query={found}>
        {({ community }) => (
          <>
            <Crumb>
              <Link to="/c/$slug" params={{ slug }}>
                <bdi>{community.name}</bdi>
              </Link>
              <Link to="/c/$slug/positions" params={{ slug }}>
                {t('titles.communityPositions')}
              </Link>
            </Crumb>
            <h1 style={{ marginBlock: '0.5rem 1.5rem' }}>{t('titles.openPosition')}</h1>
            {community.viewerCan.includes('OPEN_POSITION') ||
            community.groups.some((group) => group.viewerCan.includes('OPEN_POSITION')) ? (
              <OpenForm community={community} />
            ) : (
              <Empty title={t('open.notYou')}>{t('open.notYouWhy')}</Empty>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function OpenForm({ community }: { community: PositionsCommunityQuery['community'] }) {
  const { t } = useTranslation('advocacy');
  const zone = useOwnZone();
  const navigate = useNavigate();
  const { group } = useSearch({ from: '/c/$slug/positions/new' });
  const mayInCommunity = community.viewerCan.includes('OPEN_POSITION');
  const rooms = community.groups.filter((one) => one.viewerCan.includes('OPEN_POSITION'));
  const room = chosenRoom(rooms, group, mayInCommunity);
  const { text: value, change, forget } = useKeptForm(`position:${community.id}`, empty);
  const { write, isWriting, failure } = useWrite(OpenPositionDocument);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const errors = { ...failure?.fields, ...missing };

  const open = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (isWriting) return;
    const wanting: Record<string, string> = {
      ...(value.title.trim().length < 5 && { title: t('form.titleShort') }),
      ...(value.addressee.trim().length < 2 && { addressee: t('form.addresseeMissing') }),
      ...(value.purpose.trim().length < 10 && { purpose: t('form.purposeShort') }),
    };
    setMissing(wanting);
    if (Object.keys(wanting).length > 0) return;
    const data = await write({
      communityId: community.id,
      ...(room && { groupId: room.id }),
      title: value.title.trim(),
      addressee: value.addressee.trim(),
      purpose: value.purpose.trim(),
      policyProcessId: value.policyProcessId || null,
      deadline: instantOf(value.deadline, zone),
    });
    if (!data) return;
    forget();
    await navigate({ to: '/p/$positionId', params: { positionId: data.openPosition.id } });
  };

  return (
    <form className="stack g6" noValidate onSubmit={(event) => void open(event)}>
      <PlaceField
        community={community.name}
        mayInCommunity={mayInCommunity}
        rooms={rooms}
        chosen={room}
        onChange={(chosen) =>
          void navigate({
            to: '/c/$slug/positions/new',
            params: { slug: community.slug },
            search: chosen ? { group: chosen } : {},
            replace: true,
          })
        }
      />
      <TextInput
        label={t('form.title')}
        dir="auto"
        value={value.title}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
        error={errors['title']}
      />
      <AddresseeField addressee={value.addressee} processId={value.policyProcessId} onChange={change} errors={errors} />
      <Textarea
        label={t('form.purpose')}
        description={t('form.purposeWhy')}
        dir="auto"
        autosize
        minRows={3}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void open(event);
        }}
        value={value.purpose}
        onChange={({ currentTarget }) => change({ purpose: currentTarget.value })}
        error={errors['purpose']}
      />
      <InstantField
        label={t('form.deadline')}
        why={t('form.deadlineWhy')}
        value={value.deadline}
        onChange={(deadline) => change({ deadline })}
        error={errors['deadline']}
      />
      <WhoWillSee
        level={room ? 'group' : 'community'}
        community={community.name}
        room={room?.name}
        people={room?.memberCount ?? community.memberCount}
      />
      <WriteTrouble failure={failure} shownFields={shownFields} />
      <div>
        <Button type="submit" loading={isWriting}>
          {t('open.begin')}
        </Button>
      </div>
    </form>
  );
}

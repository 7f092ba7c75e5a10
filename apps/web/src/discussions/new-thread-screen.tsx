import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Input, TextInput } from '@mantine/core';
import type { JSONContent } from '@tiptap/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CommunityFrame, type CommunityHead } from '../communities/community-frame.js';
import { chosenRoom, PlaceField, type Room } from '../communities/groups/place-field.js';
import { LazyRichTextEditor } from '../content/lazy-rich-text-editor.js';
import { useWrite } from '../data/use-write.js';
import { Empty, Waiting, WriteTrouble } from '../design/states.js';
import type { FindPeople } from '../content/mention-list.js';
import { WhoWillSee } from '../design/who-will-see.js';
import {
  MentionableDocument,
  PlacesDocument,
  StartThreadDocument,
  ThreadKindsDocument,
  UnattributedRuleDocument,
  UnattributedRuleOfGroupDocument,
  type ConfidentialityLevel,
} from '../gql/discussions/graphql.js';
import { useViewer } from '../shell/viewer.js';
import { ChooseKind } from './kinds/choose-kind.js';
import { isKind } from './kinds/kind-badge.js';
import { ChooseLevel } from './choose-level.js';
import { DraftKept } from './draft-kept.js';
import { levelName } from './level-name.js';
import { useDraft, type Draft } from './use-draft.js';
import './discussions.css';
import './kinds/kinds.css';

const nobody: FindPeople = () => Promise.resolve([]);

/** Where a conversation begins. */
export function NewThreadScreen() {
  const { t } = useTranslation('discussions');
  const { slug } = useParams({ from: '/c/$slug/discussions/new' });
  return (
    <CommunityFrame slug={slug} title={t('titles.newThread')}>
      {(community) =>
        community.viewerCan.includes('START_THREAD') ? (
          <WithDraft community={community} />
        ) : (
          <Empty title={t('new.membersOnly')}>{t('new.membersOnlyWhy')}</Empty>
        )
      }
    </CommunityFrame>
  );
}

function WithDraft({ community }: { community: CommunityHead }) {
  const { group } = useSearch({ from: '/c/$slug/discussions/new' });
  const places = useQuery(PlacesDocument, { variables: { slug: community.slug } });
  if (!places.data) return <Waiting shape="text" />;
  const rooms = places.data.community.groups.filter((one) => one.viewerCan.includes('START_THREAD'));
  const room = chosenRoom(rooms, group, true);
  return <InPlace key={room?.id ?? ''} community={community} rooms={rooms} room={room} />;
}

/** Each place has a draft of its own: what was meant for a group never stands in the community's field. */
function InPlace({ community, rooms, room }: { community: CommunityHead; rooms: Room[]; room: Room | null }) {
  const viewer = useViewer();
  const drafts = useDraft(room ? `group:${room.id}` : `community:${community.id}`, viewer?.person.id ?? '');
  if (drafts.draft === undefined) return <Waiting shape="text" />;
  return <NewThread community={community} rooms={rooms} room={room} first={drafts.draft} drafts={drafts} />;
}

interface NewThreadProps {
  community: CommunityHead;
  rooms: Room[];
  room: Room | null;
  first: Draft | null;
  drafts: ReturnType<typeof useDraft>;
}

function NewThread({ community, rooms, room, first, drafts }: NewThreadProps) {
  const { t } = useTranslation(['discussions', 'shell', 'confidences', 'kinds']);
  const asked = useSearch({ from: '/c/$slug/discussions/new' }).kind;
  const client = useApolloClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState(first?.title ?? '');
  const [body, setBody] = useState<{ text: JSONContent | null; isEmpty: boolean }>({ text: first?.body ?? null, isEmpty: !first?.body });
  const [level, setLevel] = useState<ConfidentialityLevel>(first?.isUnattributed ? 'UNATTRIBUTED' : room ? 'GROUP' : 'COMMUNITY');
  const [missing, setMissing] = useState<'title' | 'body' | null>(null);
  const { write, isWriting, failure } = useWrite(StartThreadDocument);
  const mayBePublic = community.visibility === 'PUBLIC';
  const ruleHere = useQuery(UnattributedRuleDocument, { variables: { slug: community.slug }, skip: !!room }).data?.community.unattributed;
  const ruleInRoom = useQuery(UnattributedRuleOfGroupDocument, { variables: { id: room?.id ?? '' }, skip: !room }).data?.group.unattributed;
  const rule = ruleHere ?? ruleInRoom ?? null;
  const kinds = useQuery(ThreadKindsDocument, { variables: { communityId: community.id, groupId: room?.id ?? null } }).data?.threadKinds;
  const kind = isKind(asked) && (kinds?.includes(asked) ?? true) ? asked : 'DISCUSSION';
  // What everyone has to know is said with a name, and read with one.
  const isNamed = kind === 'ANNOUNCEMENT';
  const isUnattributed = level === 'UNATTRIBUTED';
  const isRefused = isUnattributed && rule?.isPossible === false;
  const levels = (room ? (['GROUP', 'UNATTRIBUTED'] as const) : (['COMMUNITY', 'UNATTRIBUTED', 'PUBLIC'] as const)).filter(
    (one) => (one !== 'PUBLIC' || mayBePublic) && (one !== 'UNATTRIBUTED' || !isNamed),
  );
  const choose = (chosen: ConfidentialityLevel) => {
    setLevel(chosen);
    if (chosen === 'UNATTRIBUTED') drafts.keepOnlyHere();
    if (!body.isEmpty || title) drafts.keep(body.text, title, chosen === 'UNATTRIBUTED');
  };

  const findPeople = useCallback(
    async (text: string) =>
      (await client.query({ query: MentionableDocument, variables: { communityId: community.id, groupId: room?.id ?? null, text } })).data
        ?.mentionable ?? [],
    [client, community.id, room?.id],
  );
  const start = async () => {
    if (isWriting || isRefused) return;
    if (title.trim().length < 3) return setMissing('title');
    if (body.isEmpty || !body.text) return setMissing('body');
    setMissing(null);
    const data = await write(
      { communityId: community.id, title: title.trim(), body: body.text, level, kind, ...(room && { groupId: room.id }) },
      { update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'threads' }) },
    );
    if (!data) return;
    drafts.clear();
    await navigate({ to: '/t/$threadId', params: { threadId: data.startThread.id } });
  };

  return (
    <form
      className="stack g6 newthread"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void start();
      }}
      noValidate
    >
      <div className="flex between wrap">
        <h2>{t('titles.newThread')}</h2>
        <DraftKept savedAt={drafts.savedAt} />
      </div>
      <PlaceField
        community={community.name}
        mayInCommunity
        rooms={rooms}
        chosen={room}
        onChange={(group) =>
          void navigate({
            to: '/c/$slug/discussions/new',
            params: { slug: community.slug },
            search: { ...(group && { group }), ...(asked && { kind: asked }) },
            replace: true,
          })
        }
      />
      {kinds && (
        <ChooseKind
          kinds={kinds}
          kind={kind}
          onChange={(chosen) => {
            if (chosen === 'ANNOUNCEMENT' && isUnattributed) choose('COMMUNITY');
            void navigate({
              to: '/c/$slug/discussions/new',
              params: { slug: community.slug },
              search: { ...(room && { group: room.id }), kind: chosen },
              replace: true,
            });
          }}
        />
      )}
      <TextInput
        label={t(`kinds:field.title.${kind}`)}
        description={t(`kinds:field.titleWhy.${kind}`)}
        dir="auto"
        maxLength={200}
        value={title}
        onChange={({ currentTarget }) => {
          setTitle(currentTarget.value);
          drafts.keep(body.text, currentTarget.value, isUnattributed);
        }}
        error={failure?.fields['title'] ?? (missing === 'title' && t('new.titleMissing'))}
      />
      <div>
        <Input.Label component="div">{t(`kinds:field.body.${kind}`)}</Input.Label>
        <LazyRichTextEditor
          label={t(`kinds:field.body.${kind}`)}
          initial={body.text}
          placeholder={t(`kinds:field.placeholder.${kind}`)}
          onChange={(text, isEmpty) => {
            setBody({ text, isEmpty });
            drafts.keep(text, title, isUnattributed);
          }}
          onSend={() => void start()}
          findPeople={isUnattributed ? nobody : findPeople}
          error={failure?.fields['body'] ?? (missing === 'body' ? t('new.bodyMissing') : null)}
        />
      </div>
      <WhoWillSee
        // A voice without a name in a group is read by those in the group alone.
        level={room ? 'group' : levelName(level)}
        isUnnamed={isUnattributed}
        community={community.name}
        people={room?.memberCount ?? community.memberCount}
        room={room?.name}
        rule={rule}
      >
        {levels.length > 1 && <ChooseLevel levels={levels} level={level} onChange={choose} />}
        {isUnattributed && <p className="tiny ink2">{t('confidences:choice.draftHere')}</p>}
      </WhoWillSee>
      <WriteTrouble failure={failure} shownFields={['title', 'body']} />
      <div className="flex" style={{ gap: '.75rem' }}>
        <Button type="submit" loading={isWriting} disabled={isRefused}>
          {t('new.start')}
        </Button>
        <span className="tiny ink3 only-wide ltr">Ctrl Enter</span>
      </div>
    </form>
  );
}

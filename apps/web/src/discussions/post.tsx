import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconCircleCheck, IconDots, IconLink, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RichText } from '../content/rich-text.js';
import type { FindPeople } from '../content/mention-list.js';
import { useWrite } from '../data/use-write.js';
import { Level } from '../design/level.js';
import { InstantText, RelativeTime, UnreadDot } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace, UnattributedFace } from '../design/who.js';
import { RemovePostDocument, RestorePostDocument } from '../gql/discussions/graphql.js';
import { EditPost } from './edit-post.js';
import { PostHistory } from './post-history.js';
import type { ShownPost } from './post-list.js';
import { Reactions } from './reactions.js';
import { useVoiceName } from './voice-name.js';

/** What a post needs from its thread. */
export type PostProps = {
  post: ShownPost;
  isNew: boolean;
  isLit: boolean;
  isEditing: boolean;
  mayReply: boolean;
  /** Whether nobody is named in its thread: then the page says so and its posts need not. */
  isUnnamedThread: boolean;
  /** Whether it is marked as the answer to the question, and whether the viewer says so. */
  isAnswer: boolean;
  mayBeAnswer: boolean;
  onAnswer: (postId: string, on: boolean) => void;
  findPeople: FindPeople;
  onReply: (post: ShownPost) => void;
  onEdit: (postId: string | null) => void;
};

/** What someone said, and what one can do with it. */
export const Post = memo(function Post({
  post,
  isNew,
  isLit,
  isEditing,
  mayReply,
  isUnnamedThread,
  isAnswer,
  mayBeAnswer,
  onAnswer,
  findPeople,
  onReply,
  onEdit,
}: PostProps) {
  const { t } = useTranslation(['discussions', 'shell']);
  const [showsHistory, setHistory] = useState(false);
  const remove = useWrite(RemovePostDocument);
  const restore = useWrite(RestorePostDocument);
  const { author, position } = post;
  const nameOf = useVoiceName();
  const { t: voices } = useTranslation('confidences');
  const { t: kinds } = useTranslation('kinds');
  const name = nameOf(post);
  const isUnattributedHere = !author && !isUnnamedThread;
  const can = (action: string) => (post.viewerCan as string[]).includes(action);

  const copyLink = async () => {
    await navigator.clipboard.writeText(`${location.origin}/t/${post.threadId}#post-${position}`);
    notifications.show({ message: t('post.copied'), autoClose: 3000 });
  };

  return (
    <article
      id={`post-${position}`}
      data-post={position}
      data-id={post.id}
      tabIndex={-1}
      className={`post ${isLit ? 'lit' : ''}`}
      aria-labelledby={`by-${position}`}
    >
      {author ? <PersonFace name={author.name} pictureUrl={author.pictureUrl} /> : <UnattributedFace />}
      <div className="grow stack g2">
        <header className="posthead">
          {author ? (
            <Link to="/people/$personId" params={{ personId: author.id }} className="quiet">
              <b id={`by-${position}`}>
                <bdi>{name}</bdi>
              </b>
            </Link>
          ) : (
            <b id={`by-${position}`}>{name}</b>
          )}
          {isUnattributedHere && <Level level="unattributed" />}
          {author?.headline && (
            <span className="small ink2" dir="auto">
              {author.headline}
            </span>
          )}
          <span className="flex small ink2">
            {isNew && <UnreadDot label={t('post.new')} />}
            <Link to="/t/$threadId" params={{ threadId: post.threadId }} hash={`post-${position}`} className="quiet">
              {author ? <RelativeTime at={post.createdAt} /> : <InstantText at={post.createdAt} style="day" timeZone="UTC" />}
            </Link>
          </span>
          {isAnswer && (
            <span className="small answermark">
              <IconCircleCheck size={16} aria-hidden />
              {kinds('answer.marked')}
            </span>
          )}
          {post.editedAt && !post.isRemoved && (
            <button type="button" className="textbutton small" aria-expanded={showsHistory} onClick={() => setHistory(!showsHistory)}>
              {t('post.edited')}
            </button>
          )}
          {!post.isRemoved && !isEditing && (
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <button type="button" className="ghost postmore" aria-label={t('post.more', { name })}>
                  <IconDots size={17} aria-hidden />
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconLink size={17} aria-hidden />} onClick={() => void copyLink()}>
                  {t('post.copyLink')}
                </Menu.Item>
                {mayBeAnswer && (
                  <Menu.Item leftSection={<IconCircleCheck size={17} aria-hidden />} onClick={() => onAnswer(post.id, !isAnswer)}>
                    {isAnswer ? kinds('answer.unmark') : kinds('answer.mark')}
                  </Menu.Item>
                )}
                {can('EDIT') && (
                  <Menu.Item leftSection={<IconPencil size={17} aria-hidden />} onClick={() => onEdit(post.id)}>
                    {t('post.edit')}
                  </Menu.Item>
                )}
                {can('REMOVE') && (
                  <Menu.Item leftSection={<IconTrash size={17} aria-hidden />} onClick={() => void remove.write({ postId: post.id })}>
                    {t('post.remove')}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </header>

        {post.replyTo && !post.isRemoved && (
          <Link
            to="/t/$threadId"
            params={{ threadId: post.threadId }}
            hash={`post-${post.replyTo.position}`}
            className="quote small quiet replied"
          >
            <bdi>{nameOf(post.replyTo)}</bdi>
            {post.replyTo.excerpt ? <span dir="auto">{post.replyTo.excerpt}</span> : <span>{t('post.removedShort')}</span>}
          </Link>
        )}

        {post.isRemoved ? (
          <p className="ink2">{t('post.removed')}</p>
        ) : isEditing ? (
          <EditPost post={post} findPeople={findPeople} onDone={() => onEdit(null)} />
        ) : (
          <RichText body={post.body} />
        )}
        {showsHistory && !post.isRemoved && <PostHistory threadId={post.threadId} position={position} byDay={!author} body={post.body} />}
        {!author && can('EDIT') && !isEditing && <p className="tiny ink2">{voices('voice.own')}</p>}
        <WriteTrouble failure={remove.failure ?? restore.failure} />

        {!isEditing && (
          <div className="flex wrap postfoot">
            {post.isRemoved && can('RESTORE') && (
              <button type="button" className="ghost" onClick={() => void restore.write({ postId: post.id })}>
                <IconArrowBackUp size={17} className="flip" aria-hidden />
                {t('post.restore')}
              </button>
            )}
            {!post.isRemoved && (
              <>
                {mayReply && (
                  <button type="button" className="ghost" onClick={() => onReply(post)}>
                    <IconArrowBackUp size={17} className="flip" aria-hidden />
                    {t('post.reply')}
                  </button>
                )}
                <Reactions post={post} />
              </>
            )}
          </div>
        )}
      </div>
    </article>
  );
});

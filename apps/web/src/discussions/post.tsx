import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconDots, IconLink, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RichText } from '../content/rich-text.js';
import type { FindPeople } from '../content/mention-list.js';
import { useWrite } from '../data/use-write.js';
import { RelativeTime, UnreadDot } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import { RemovePostDocument, RestorePostDocument } from '../gql/discussions/graphql.js';
import { EditPost } from './edit-post.js';
import { PostHistory } from './post-history.js';
import type { ShownPost } from './post-list.js';
import { Reactions } from './reactions.js';

/** What a post needs from its thread. */
export type PostProps = {
  post: ShownPost;
  isNew: boolean;
  isLit: boolean;
  isEditing: boolean;
  mayReply: boolean;
  findPeople: FindPeople;
  onReply: (post: ShownPost) => void;
  onEdit: (postId: string | null) => void;
};

/** What someone said, and what one can do with it. */
export const Post = memo(function Post({ post, isNew, isLit, isEditing, mayReply, findPeople, onReply, onEdit }: PostProps) {
  const { t } = useTranslation(['discussions', 'shell']);
  const [showsHistory, setHistory] = useState(false);
  const remove = useWrite(RemovePostDocument);
  const restore = useWrite(RestorePostDocument);
  const { author, position } = post;
  const can = (action: string) => (post.viewerCan as string[]).includes(action);

  const copyLink = async () => {
    await navigator.clipboard.writeText(`${location.origin}/t/${post.threadId}#post-${position}`);
    notifications.show({ message: t('post.copied'), autoClose: 3000 });
  };

  return (
    <article
      id={`post-${position}`}
      data-post={position}
      tabIndex={-1}
      className={`post ${isLit ? 'lit' : ''}`}
      aria-labelledby={`by-${position}`}
    >
      <PersonFace name={author.name} pictureUrl={author.pictureUrl} />
      <div className="grow stack g2">
        <header className="posthead">
          <Link to="/people/$personId" params={{ personId: author.id }} className="quiet">
            <b id={`by-${position}`}>
              <bdi>{author.name}</bdi>
            </b>
          </Link>
          {author.headline && (
            <span className="small ink2" dir="auto">
              {author.headline}
            </span>
          )}
          <span className="flex small ink2">
            {isNew && <UnreadDot label={t('post.new')} />}
            <Link to="/t/$threadId" params={{ threadId: post.threadId }} hash={`post-${position}`} className="quiet">
              <RelativeTime at={post.createdAt} />
            </Link>
          </span>
          {post.editedAt && !post.isRemoved && (
            <button type="button" className="textbutton small" aria-expanded={showsHistory} onClick={() => setHistory(!showsHistory)}>
              {t('post.edited')}
            </button>
          )}
          {!post.isRemoved && !isEditing && (
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <button type="button" className="ghost postmore" aria-label={t('post.more', { name: author.name })}>
                  <IconDots size={17} aria-hidden />
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconLink size={17} aria-hidden />} onClick={() => void copyLink()}>
                  {t('post.copyLink')}
                </Menu.Item>
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
            <bdi>{post.replyTo.author.name}</bdi>
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
        {showsHistory && !post.isRemoved && <PostHistory threadId={post.threadId} position={position} />}
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

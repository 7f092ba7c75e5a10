import { Menu } from '@mantine/core';
import { IconBulb, IconHandStop, IconHeart, IconLifebuoy, IconMoodSmile, IconThumbUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { ReactDocument, type ReactionKind } from '../gql/discussions/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import type { ShownPost } from './post-list.js';

/** Every way to answer without words, in the order of the menu. */
const reactionKinds: ReactionKind[] = ['THANKS', 'AGREE', 'INSIGHT', 'SAME_HERE', 'SUPPORT'];

const icons = { THANKS: IconHeart, AGREE: IconThumbUp, INSIGHT: IconBulb, SAME_HERE: IconHandStop, SUPPORT: IconLifebuoy };

/** How others answered without words, each with its word and number, and one's own answer. */
export function Reactions({ post }: { post: ShownPost }) {
  const { t } = useTranslation('discussions');
  const { locale } = useLanguage();
  const { write } = useWrite(ReactDocument);
  const mayReact = post.viewerCan.includes('REACT');
  const given = post.reactions.filter(({ count }) => count > 0);
  const mine = new Set(post.reactions.filter(({ viewerReacted }) => viewerReacted).map(({ kind }) => kind));

  const toggle = (kind: ReactionKind) => {
    const on = !mine.has(kind);
    const before = new Map(post.reactions.map((reaction) => [reaction.kind, reaction]));
    const reactions = reactionKinds.map((one) => {
      const { count, viewerReacted } = before.get(one) ?? { count: 0, viewerReacted: false };
      const changed = one === kind;
      return {
        __typename: 'Reaction' as const,
        kind: one,
        count: count + (changed ? (on ? 1 : -1) : 0),
        viewerReacted: changed ? on : viewerReacted,
      };
    });
    void write(
      { postId: post.id, kind, on },
      {
        optimistic: {
          __typename: 'Mutation',
          react: { __typename: 'Post', id: post.id, reactions: reactions.filter(({ count }) => count > 0) },
        },
      },
    );
  };

  return (
    <>
      {given.map(({ kind, count, viewerReacted }) => {
        const Icon = icons[kind];
        const content = (
          <>
            <Icon size={16} aria-hidden />
            {t(`reaction.${kind}`)} <span className="num">{new Intl.NumberFormat(locale).format(count)}</span>
          </>
        );
        return mayReact ? (
          <button key={kind} type="button" className="ghost reaction" aria-pressed={viewerReacted} onClick={() => toggle(kind)}>
            {content}
          </button>
        ) : (
          <span key={kind} className="ghost reaction">
            {content}
          </span>
        );
      })}
      {mayReact && (
        <Menu position="bottom-start" shadow="md">
          <Menu.Target>
            <button type="button" className="ghost">
              <IconMoodSmile size={17} aria-hidden />
              {t('post.react')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {reactionKinds.map((kind) => {
              const Icon = icons[kind];
              return (
                <Menu.CheckboxItem
                  key={kind}
                  rightSection={<Icon size={17} aria-hidden />}
                  checked={mine.has(kind)}
                  onChange={() => toggle(kind)}
                  closeMenuOnClick
                >
                  {t(`reaction.${kind}`)}
                </Menu.CheckboxItem>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

import type { JSONContent } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LazyRichTextEditor, type EditorHandle } from '../content/lazy-rich-text-editor.js';
import type { FindPeople } from '../content/mention-list.js';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { EditPostDocument } from '../gql/discussions/graphql.js';
import type { ShownPost } from './post-list.js';

/** One's own post, open for a better text; the earlier one stays in its history. */
export function EditPost({ post, findPeople, onDone }: { post: ShownPost; findPeople: FindPeople; onDone: () => void }) {
  const { t } = useTranslation(['discussions', 'shell']);
  const [body, setBody] = useState(post.body as JSONContent);
  const [isEmpty, setEmpty] = useState(false);
  const { write, isWriting, failure } = useWrite(EditPostDocument);
  const editor = useRef<EditorHandle>(null);
  useEffect(() => editor.current?.focus(), []);
  const save = async () => {
    if (isEmpty || isWriting) return;
    if (await write({ postId: post.id, body })) onDone();
  };
  return (
    <div className="stack g3">
      <LazyRichTextEditor
        label={t('post.edit')}
        initial={body}
        onChange={(changed, empty) => {
          setBody(changed);
          setEmpty(empty);
        }}
        onSend={() => void save()}
        onLeave={onDone}
        findPeople={findPeople}
        isBusy={isWriting}
        error={failure?.fields['body']}
        handle={editor}
      />
      <WriteTrouble failure={failure} shownFields={['body']} />
      <FormActions go={t('shell:save')} onGo={() => void save()} isWriting={isWriting} disabled={isEmpty} onCancel={onDone} />
    </div>
  );
}

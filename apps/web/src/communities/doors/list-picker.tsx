import { Button, FileButton, Textarea } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble, WriteTrouble } from '../../design/states.js';
import type { InvitationListState } from './use-invitation-list.js';

/** What fits into one request, with room for the encoding. */
const mostBytes = 195_000;

const base64 = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};

/** Where a list comes from: a file, or lines that one pastes. */
export function ListPicker({ list }: { list: InvitationListState }) {
  const { t } = useTranslation('doors');
  const [text, setText] = useState('');
  const [isTooLarge, setTooLarge] = useState(false);
  const take = async (file: File | null) => {
    if (!file) return;
    setTooLarge(file.size > mostBytes);
    if (file.size <= mostBytes) await list.read({ file: await base64(file) });
  };
  return (
    <>
      <div className="flex wrap">
        <FileButton onChange={(file) => void take(file)} accept=".csv,.tsv,.txt,text/csv,text/plain">
          {(props) => (
            <Button {...props} leftSection={<IconUpload size={17} aria-hidden />} loading={list.isReading}>
              {t('list.choose')}
            </Button>
          )}
        </FileButton>
        <span className="small ink2">{t('list.columns')}</span>
      </div>
      <Textarea
        label={t('list.paste')}
        description={t('list.pasteWhy')}
        placeholder={'ana@example.org;Ana Lopes;member;Casa Aberta;fr'}
        dir="ltr"
        autosize
        minRows={3}
        maxRows={8}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        error={list.failure?.fields['text']}
      />
      {text.trim() && (
        <div>
          <Button variant="default" loading={list.isReading} onClick={() => void list.read({ text }).then((done) => done && setText(''))}>
            {t('list.read')}
          </Button>
        </div>
      )}
      {isTooLarge && <Trouble title={t('list.tooLarge')}>{t('list.tooLargeWhat')}</Trouble>}
      <WriteTrouble failure={list.failure} shownFields={['text']} title={t('list.notRead')} />
    </>
  );
}

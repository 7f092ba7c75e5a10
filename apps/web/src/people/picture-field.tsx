import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../data/failures.js';
import { upload } from '../data/upload.js';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import { UpdateProfileDocument } from '../gql/people/graphql.js';

/** One's picture: shown round, changed and removed at once, without the rest of the form. */
export function PictureField({ name, pictureUrl }: { name: string; pictureUrl: string | null }) {
  const { t } = useTranslation('people');
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [isUploading, setUploading] = useState(false);
  const { write, isWriting, failure } = useWrite(UpdateProfileDocument);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setRefused(null);
    setUploading(true);
    const result = await upload(file, 'avatar');
    if ('failure' in result) setRefused(result.failure);
    else await write({ pictureFileId: result.file.id });
    setUploading(false);
    if (input.current) input.current.value = '';
  };
  return (
    <div className="picturefield">
      <PersonFace name={name} pictureUrl={pictureUrl} />
      <div className="stack g2">
        <span className="label">{t('profile.picture')}</span>
        <div className="flex wrap">
          <Button variant="default" loading={isUploading || isWriting} onClick={() => input.current?.click()}>
            {pictureUrl ? t('profile.changePicture') : t('profile.addPicture')}
          </Button>
          {pictureUrl && (
            <Button variant="subtle" disabled={isWriting} onClick={() => void write({ removePicture: true })}>
              {t('profile.removePicture')}
            </Button>
          )}
        </div>
        <p className="tiny ink2">{t('profile.pictureWhy')}</p>
        <input
          ref={input}
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp,image/avif"
          onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
        />
        <WriteTrouble failure={refused ?? failure} title={t('profile.pictureNotTaken')} />
      </div>
    </div>
  );
}

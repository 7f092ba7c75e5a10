import { useApolloClient } from '@apollo/client/react';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { MergeCommunitiesDocument, type MergePreviewPartsFragment } from '../../gql/communities/graphql.js';

/** It cannot be undone, so the name is typed. */
export function MergeForm({ preview: { community, into, rule } }: { preview: MergePreviewPartsFragment }) {
  const { t } = useTranslation('merging');
  const client = useApolloClient();
  const navigate = useNavigate();
  const [keepRoles, setKeepRoles] = useState(false);
  const [confirmation, setConfirmation] = useState('');
  const { write, isWriting, failure } = useWrite(MergeCommunitiesDocument);
  const names = { community: community.name, into: into.name };
  const merge = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await write({ communityId: community.id, intoId: into.id, rule, keepRoles, confirmation: confirmation.trim() }))) return;
    notifications.show({ message: t('form.done', names), autoClose: 8000 });
    await navigate({ to: '/c/$slug', params: { slug: into.slug } });
    // Nearly everything that is known of the two is different now.
    await client.resetStore().catch(() => undefined);
  };
  return (
    <form className="stack g4 narrowform" onSubmit={(event) => void merge(event)} noValidate aria-labelledby="do">
      <h2 id="do">{t('form.title')}</h2>
      <p>{t('form.final', names)}</p>
      <Checkbox
        label={t('form.keepRoles', names)}
        description={t('form.keepRolesWhy', names)}
        checked={keepRoles}
        onChange={({ currentTarget }) => setKeepRoles(currentTarget.checked)}
      />
      <TextInput
        label={t('form.confirmation', names)}
        dir="auto"
        autoComplete="off"
        value={confirmation}
        onChange={({ currentTarget }) => setConfirmation(currentTarget.value)}
        error={failure?.fields['confirmation']}
      />
      <WriteTrouble failure={failure} shownFields={['confirmation']} />
      <div>
        <Button type="submit" loading={isWriting} disabled={confirmation.trim() !== community.name}>
          {t('form.merge', names)}
        </Button>
      </div>
    </form>
  );
}

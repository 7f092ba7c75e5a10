import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptForm } from '../communities/use-kept-form.js';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { Empty, WriteTrouble } from '../design/states.js';
import { EditOrganisationDocument, OrganisationToEditDocument, type OrganisationPartsFragment } from '../gql/organisations/graphql.js';
import { contextGroups } from './choices.js';
import { organisationFields, OrganisationFields, type OrganisationText } from './organisation-fields.js';
import './organisations.css';

/** What those who act for an organisation may change on its page. */
export function EditOrganisationScreen() {
  const { t } = useTranslation('organisations');
  const { organisationId } = useParams({ from: '/o/$organisationId/edit' });
  const found = useQuery(OrganisationToEditDocument, {
    variables: { id: organisationId },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  return (
    <Page title={t('edit.title')} size="narrow">
      <Loaded query={found} shape="text">
        {({ organisation }) =>
          organisation.viewerCan.includes('EDIT') ? (
            <Edit organisation={organisation} />
          ) : (
            <Empty title={t('edit.notYours')}>{t('edit.notYoursWhy')}</Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

const textOf = ({ profile, ...organisation }: OrganisationPartsFragment): OrganisationText => ({
  name: organisation.name,
  type: organisation.type,
  country: organisation.country ?? null,
  city: organisation.city ?? '',
  about: organisation.about ?? '',
  website: organisation.website ?? '',
  level: profile.level ?? null,
  size: profile.size ?? null,
  citiesServed: profile.citiesServed,
  languages: profile.languages,
  themes: profile.themes.map(({ id }) => id),
  targetGroups: profile.targetGroups.map(({ id }) => id),
  isNewToField: profile.isNewToField,
  isMigrantLed: profile.isMigrantLed,
  context: Object.fromEntries(
    contextGroups.flatMap(([, dimensions]) => dimensions).map((dimension) => [dimension, profile.context[dimension] ?? '']),
  ),
});

function Edit({ organisation }: { organisation: OrganisationPartsFragment }) {
  const { t } = useTranslation(['organisations', 'shell']);
  const navigate = useNavigate();
  const { text, change, forget } = useKeptForm<OrganisationText>(`organisation:${organisation.id}`, textOf(organisation));
  const { write, isWriting, failure } = useWrite(EditOrganisationDocument);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({ organisationId: organisation.id, ...text });
    if (!data) return;
    forget();
    notifications.show({ message: t('shell:saved'), autoClose: 3000 });
    void navigate({ to: '/o/$organisationId', params: { organisationId: organisation.id } });
  };
  return (
    <form className="stack g6 narrowform" onSubmit={(event) => void save(event)} noValidate>
      <h1>{t('edit.title')}</h1>
      <OrganisationFields text={text} onChange={change} errors={failure?.fields ?? {}} isVerified={organisation.verification !== null} />
      <WriteTrouble failure={failure} shownFields={organisationFields} />
      <div className="flex">
        <Button type="submit" loading={isWriting}>
          {t('shell:save')}
        </Button>
      </div>
    </form>
  );
}

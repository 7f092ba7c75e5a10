import { useQuery } from '@apollo/client/react';
import { Button, TextInput, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { WriteTrouble } from '../design/states.js';
import { OwnProfileDocument, UpdateProfileDocument, type OwnProfilePartsFragment } from '../gql/people/graphql.js';
import { ListingFields, type ListingText } from './listing-fields.js';
import { MyHandovers } from '../handovers/my-handovers.js';
import { MySeats } from '../organisations/my-seats.js';
import { OrganisationField, type ChosenOrganisation } from './organisation-field.js';
import { LanguagesField, ZoneField } from './person-fields.js';
import { PictureField } from './picture-field.js';
import './people.css';

/** Who I am to the others here. */
export function ProfileScreen() {
  const { t } = useTranslation('people');
  const profile = useQuery(OwnProfileDocument);
  return (
    <Page title={t('titles.profile')} size="narrow">
      <Loaded query={profile}>{({ viewer }) => viewer && <ProfileForm viewer={viewer} />}</Loaded>
      <MySeats />
      <MyHandovers />
    </Page>
  );
}

function ProfileForm({ viewer }: { viewer: OwnProfilePartsFragment }) {
  const { t } = useTranslation(['people', 'shell']);
  const { person } = viewer;
  const [name, setName] = useState(person.name);
  const [headline, setHeadline] = useState(person.headline ?? '');
  const [about, setAbout] = useState(person.about ?? '');
  const [languages, setLanguages] = useState(person.languages);
  const [zone, setZone] = useState(person.timeZone);
  const [organisation, setOrganisation] = useState<ChosenOrganisation | null>(person.organisation ?? null);
  const [listing, setListing] = useState<ListingText>({
    isListed: person.isListed,
    themes: person.themes.map(({ id }) => id),
    canHelp: person.canHelp ?? '',
  });
  const { write, isWriting, failure } = useWrite(UpdateProfileDocument);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const moved = organisation?.id !== person.organisation?.id;
    const data = await write({
      name: name.trim(),
      headline: headline.trim(),
      about: about.trim(),
      languages,
      timeZone: zone,
      ...listing,
      canHelp: listing.canHelp.trim(),
      ...(moved && { organisationId: organisation?.id ?? null }),
    });
    if (data) notifications.show({ message: t('shell:saved'), autoClose: 3000 });
  };

  return (
    <>
      <h1>{t('titles.profile')}</h1>
      <p className="ink2 intro">
        {t('profile.whoSees')}{' '}
        <Link to="/people/$personId" params={{ personId: person.id }}>
          {t('profile.asOthers')}
        </Link>
      </p>
      <PictureField name={person.name} pictureUrl={person.pictureUrl ?? null} />
      <form className="stack g6" onSubmit={(event) => void save(event)}>
        <TextInput
          label={t('profile.name')}
          description={t('profile.nameWhy')}
          autoComplete="name"
          dir="auto"
          required
          withAsterisk={false}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={failure?.fields['name']}
        />
        <TextInput
          label={t('profile.headline')}
          description={t('profile.headlineWhy')}
          dir="auto"
          value={headline}
          onChange={({ currentTarget }) => setHeadline(currentTarget.value)}
          error={failure?.fields['headline']}
        />
        <OrganisationField
          label={t('profile.organisation')}
          description={t('profile.organisationWhy')}
          value={organisation}
          onChange={setOrganisation}
          error={failure?.fields['organisationId']}
        />
        <LanguagesField value={languages} onChange={setLanguages} error={failure?.fields['languages']} />
        <ZoneField value={zone} onChange={setZone} error={failure?.fields['timeZone']} />
        <Textarea
          label={t('profile.about')}
          description={t('profile.aboutWhy')}
          dir="auto"
          autosize
          minRows={4}
          value={about}
          onChange={({ currentTarget }) => setAbout(currentTarget.value)}
          error={failure?.fields['about']}
        />
        <ListingFields value={listing} onChange={setListing} errors={failure?.fields ?? {}} />
        <WriteTrouble
          failure={failure}
          shownFields={['themes', 'canHelp', 'name', 'headline', 'organisationId', 'languages', 'timeZone', 'about']}
        />
        <div>
          <Button type="submit" loading={isWriting}>
            {t('shell:save')}
          </Button>
        </div>
      </form>
    </>
  );
}

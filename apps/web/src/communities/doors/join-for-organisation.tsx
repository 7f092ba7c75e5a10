import { useQuery } from '@apollo/client/react';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { JoinCommunityDocument, OpeningOrganisationsDocument } from '../../gql/communities/graphql.js';
import type { CommunityHead } from '../community-frame.js';

/** Where organisations open the door: one's own that have a seat here, or how to come in otherwise. */
export function JoinForOrganisation({ community, onIn }: { community: CommunityHead; onIn: () => void }) {
  const { t } = useTranslation('communities');
  const found = useQuery(OpeningOrganisationsDocument, { variables: { slug: community.slug } });
  const { write, isWriting, failure } = useWrite(JoinCommunityDocument);
  const organisations = found.data?.community.viewerOpeningOrganisations;
  if (!organisations) return null;
  const join = (organisationId: string) => void write({ communityId: community.id, organisationId }).then((done) => done && onIn());
  const [first, ...others] = organisations;
  if (!first) return <span className="small ink2 invitedonly">{t('join.byOrganisation')}</span>;
  return (
    <>
      {others.length === 0 ? (
        <Button loading={isWriting} onClick={() => join(first.id)}>
          {t('join.for', { organisation: first.name })}
        </Button>
      ) : (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button loading={isWriting} rightSection={<IconChevronDown size={15} aria-hidden />}>
              {t('join.join')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {organisations.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => join(id)}>
                {t('join.for', { organisation: name })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <WriteTrouble failure={failure} />
    </>
  );
}

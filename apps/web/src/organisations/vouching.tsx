import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { InstantText } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import { DoubtOrganisationDocument, VerifyOrganisationDocument, type OrganisationPartsFragment } from '../gql/organisations/graphql.js';

/** Who vouches for an organisation and since when, or why nobody does any more. */
export function Vouching({ organisation }: { organisation: OrganisationPartsFragment }) {
  const { t } = useTranslation('organisations');
  const { id, verification, doubt, viewerCan } = organisation;
  const verify = useWrite(VerifyOrganisationDocument);
  const withdraw = useWrite(DoubtOrganisationDocument);
  const [isDoubting, setDoubting] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <div className="vouching stack g2 small">
      {verification && (
        <p className="flex">
          <IconRosetteDiscountCheck size={20} aria-hidden />
          <span>
            {verification.network
              ? t('vouching.byNetwork', { network: verification.network.name, name: verification.by?.name ?? t('vouching.someone') })
              : t('vouching.byAdministrator', { name: verification.by?.name ?? t('vouching.someone') })}
            {' · '}
            <InstantText at={verification.at} style="day" />
          </span>
        </p>
      )}
      {!verification && !doubt && <p className="ink2">{t('vouching.nobody')}</p>}
      {doubt && (
        <div className="notice notice-mind">
          <IconAlertTriangle size={20} aria-hidden />
          <div>
            <b>{t('vouching.doubted')}</b> <span dir="auto">{doubt.reason}</span>
            <div className="ink2">
              {doubt.by?.name && <bdi>{doubt.by.name}</bdi>} <InstantText at={doubt.at} style="day" />
            </div>
          </div>
        </div>
      )}
      {viewerCan.includes('VERIFY') && (
        <div>
          <Button variant="default" loading={verify.isWriting} onClick={() => void verify.write({ organisationId: id })}>
            {t('vouching.verify')}
          </Button>
        </div>
      )}
      {viewerCan.includes('DOUBT') && !isDoubting && (
        <div>
          <button type="button" className="textbutton" onClick={() => setDoubting(true)}>
            {t('vouching.doubt')}
          </button>
        </div>
      )}
      {viewerCan.includes('DOUBT') && isDoubting && (
        <form
          className="well stack g3"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void withdraw.write({ organisationId: id, reason: reason.trim() }).then((done) => done && setDoubting(false));
          }}
        >
          <Textarea
            label={t('vouching.reason')}
            description={t('vouching.reasonWhy')}
            dir="auto"
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={withdraw.failure?.fields['reason']}
          />
          <WriteTrouble failure={withdraw.failure} shownFields={['reason']} />
          <FormActions go={t('vouching.doubtNow')} isWriting={withdraw.isWriting} onCancel={() => setDoubting(false)} />
        </form>
      )}
      <WriteTrouble failure={verify.failure} />
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { CancelAudienceDocument, type AudiencePartsFragment } from '../../gql/discussions/graphql.js';

/** That the authors of a thread are asked to let more people read it, or have agreed. */
export function AudienceLine({ request }: { request: AudiencePartsFragment }) {
  const { t } = useTranslation('confidences');
  const { write, isWriting, failure } = useWrite(CancelAudienceDocument);
  const { purpose, state, askedBy, askedCount, givenCount, viewerMayCancel } = request;
  return (
    <div className="well small stack g2">
      <p>
        {state === 'GIVEN'
          ? t('audience.stateGiven', { purpose })
          : t('audience.state', { name: askedBy.name, purpose, given: givenCount, asked: askedCount })}
      </p>
      <p className="flex wrap" style={{ gap: '.25rem 1rem' }}>
        <Link to="/asks">{state === 'GIVEN' ? t('audience.title') : t('audience.answerHere')}</Link>
        {state === 'ASKED' && viewerMayCancel && (
          <button type="button" className="textbutton" disabled={isWriting} onClick={() => void write({ requestId: request.id })}>
            {t('audience.cancel')}
          </button>
        )}
      </p>
      <WriteTrouble failure={failure} />
    </div>
  );
}

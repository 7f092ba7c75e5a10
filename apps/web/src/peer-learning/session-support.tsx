import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SupportForm } from '../communities/support/support-form.js';
import { SupportLines } from '../communities/support/support-lines.js';
import { useWrite } from '../data/use-write.js';
import { SessionSupportDocument, SetSessionSupportDocument } from '../gql/peer-learning/graphql.js';

/** Interpreting and compensation of a session: read by all who see it, said by those who run it. */
export function SessionSupport({ sessionId, mayChange }: { sessionId: string; mayChange: boolean }) {
  const { t } = useTranslation('support');
  const found = useQuery(SessionSupportDocument, { variables: { id: sessionId } });
  const { write, isWriting, failure } = useWrite(SetSessionSupportDocument, { keyed: false });
  const [isOpen, setOpen] = useState(false);
  if (!found.data) return null;
  const { support } = found.data.session;
  if (!support && !mayChange) return null;
  return (
    <section className="stack g3" aria-labelledby="sessionsupport">
      <h2 id="sessionsupport">{t('title')}</h2>
      <SupportLines support={support} />
      {mayChange && (
        <div>
          <button type="button" className="textbutton" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(support ? 'session.change' : 'session.say')}
          </button>
        </div>
      )}
      {isOpen && (
        <SupportForm
          support={support}
          save={(offered) => write({ sessionId, ...offered })}
          isWriting={isWriting}
          failure={failure}
          onDone={() => setOpen(false)}
        />
      )}
    </section>
  );
}

import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonLink } from '../design/person-link.js';
import { InstantText, RelativeTime } from '../design/small.js';
import { PersonFace } from '../design/who.js';
import { useOwnZone } from '../shell/own-zone.js';
import { EditPosition } from './edit-position.js';
import { FreezePosition } from './freeze-position.js';
import { NameVersion } from './name-version.js';
import type { DeskPosition } from './position-screen.js';
import { ReopenDrafting } from './reopen-drafting.js';

/** What goes with the text: what it is for, what can be done, its versions, whose words it holds. */
export function PositionAside({ position }: { position: DeskPosition }) {
  const { t } = useTranslation('advocacy');
  const zone = useOwnZone();
  const [open, setOpen] = useState<'edit' | 'freeze' | null>(null);
  const [isNaming, setNaming] = useState(false);
  const can = (action: DeskPosition['viewerCan'][number]) => position.viewerCan.includes(action);
  // Also while one types: that is when one saves.
  useHotkeys([['mod+S', () => can('NAME_VERSION') && setNaming(true), { preventDefault: true }]], [], true);
  const close = () => setOpen(null);
  const process = position.policyProcess;

  return (
    <aside className="aside deskaside">
      <section className="stack g2">
        <h2 className="label">{t('aside.purpose')}</h2>
        <p className="small" dir="auto">
          {position.purpose}
        </p>
        {process && (
          <p className="small">
            {t('aside.process')}{' '}
            {process.sourceUrl ? (
              <a href={process.sourceUrl} rel="noreferrer noopener nofollow">
                <bdi>{process.shortName ?? process.name}</bdi>
              </a>
            ) : (
              <bdi>{process.shortName ?? process.name}</bdi>
            )}
          </p>
        )}
        {position.deadline && (
          <p className="small">
            {t('aside.deadline')} <InstantText at={position.deadline} timeZone={zone} />
          </p>
        )}
      </section>
      {(can('FREEZE') || can('EDIT') || can('REOPEN_DRAFTING')) && (
        <section className="stack g3">
          {can('FREEZE') && open !== 'freeze' && (
            <div>
              <Button onClick={() => setOpen('freeze')}>{t('freeze.open')}</Button>
            </div>
          )}
          {open === 'freeze' && can('FREEZE') && <FreezePosition position={position} onDone={close} />}
          {can('EDIT') && open !== 'edit' && (
            <div>
              <Button variant="default" onClick={() => setOpen('edit')}>
                {t('edit.open')}
              </Button>
            </div>
          )}
          {open === 'edit' && can('EDIT') && <EditPosition position={position} onDone={close} />}
          {can('REOPEN_DRAFTING') && <ReopenDrafting positionId={position.id} />}
        </section>
      )}
      <Versions position={position} onName={can('NAME_VERSION') ? () => setNaming(true) : null} />
      <Contributors position={position} />
      {isNaming && <NameVersion positionId={position.id} onDone={() => setNaming(false)} />}
    </aside>
  );
}

function Versions({ position, onName }: { position: DeskPosition; onName: (() => void) | null }) {
  const { t } = useTranslation('advocacy');
  const navigate = useNavigate();
  return (
    <section className="stack g2">
      <h2 className="label">{t('versions.title')}</h2>
      {position.versions.length === 0 && <p className="small ink2">{t('versions.none')}</p>}
      <ul className="plain versions">
        {position.versions.map((version) => (
          <li key={version.id} className="small">
            <Link to="/p/$positionId" params={{ positionId: position.id }} search={{ version: version.id }}>
              {t('versions.line', { number: version.number, name: version.name })}
            </Link>
            <p className="tiny ink2">
              {t('versions.by', { name: version.createdBy.name })} <RelativeTime at={version.createdAt} />
              {version.isFrozen && <> · {t('versions.frozen')}</>}
            </p>
          </li>
        ))}
      </ul>
      {onName && (
        <div>
          <Button
            variant="default"
            onClick={() => {
              void navigate({ to: '/p/$positionId', params: { positionId: position.id }, search: {} });
              onName();
            }}
          >
            {t('versions.nameOne')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Contributors({ position }: { position: DeskPosition }) {
  const { t } = useTranslation('advocacy');
  const all = position.contributors.reduce((sum, { characters }) => sum + characters, 0);
  if (all === 0) return null;
  return (
    <section className="stack g2">
      <h2 className="label">{t('contributors.title')}</h2>
      <ul className="plain stack g2">
        {position.contributors.map(({ person, characters }) => (
          <li key={person.id} className="flex small">
            <PersonFace name={person.name} pictureUrl={person.pictureUrl} small />
            <PersonLink person={person} className="grow" />
            <span className="ink2 num">{t('contributors.characters', { count: characters })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

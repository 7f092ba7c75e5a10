import { useState } from 'react';
import { initialsOf, tintOf } from './initials.js';

type Face = { name: string; pictureUrl?: string | null; small?: boolean; here?: boolean };

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ');

/** A person is round. Always beside the name in words, so it says nothing to a screen reader. */
export function PersonFace({ name, pictureUrl, small, here }: Face) {
  const [broken, setBroken] = useState<string | null>(null);
  const shown = pictureUrl && broken !== pictureUrl;
  return (
    <span className={classes('who', tintOf(name), small && 'sm', here && 'here')} aria-hidden>
      {shown ? <img src={pictureUrl} alt="" loading="lazy" onError={() => setBroken(pictureUrl)} /> : initialsOf(name)}
    </span>
  );
}

/** An organisation is square. */
export function OrganisationFace({ name, small }: { name: string; small?: boolean }) {
  return (
    <span className={classes('who', 'org', small && 'sm')} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

/** A voice under the Chatham House rule: a dashed ring without a letter. */
export function UnattributedFace({ small }: { small?: boolean }) {
  return <span className={classes('who', 'anon', small && 'sm')} aria-hidden />;
}

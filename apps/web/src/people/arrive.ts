import { useRouter } from '@tanstack/react-router';
import { changeViewer } from '../shell/viewer.js';
import { safeReturn } from '../search.js';

/** What a successful sign-in says about the way on. */
type Arrival = { isNew: boolean; returnTo?: string | null };

/** After signing in: whoever is new says who she is first, everyone else goes where she wanted to go. */
export function useArrive(wanted?: string) {
  const router = useRouter();
  return async ({ isNew, returnTo }: Arrival): Promise<void> => {
    await changeViewer();
    const goal = safeReturn(returnTo ?? wanted);
    await router.invalidate();
    if (isNew) await router.navigate({ to: '/welcome', search: { returnTo: goal === '/' ? undefined : goal } });
    else await router.navigate({ href: goal });
  };
}

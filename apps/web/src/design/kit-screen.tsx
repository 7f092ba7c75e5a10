import { Page } from './page.js';

/** Every component of the design, for eyes, axe and screenshots. */
export function KitScreen() {
  return (
    <Page title="Kit">
      <h1>Kit</h1>
    </Page>
  );
}

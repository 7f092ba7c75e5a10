import { Notifications } from '@mantine/notifications';

/** Where "Done. Undo" appears; loaded after the first paint. */
export function Toasts() {
  return <Notifications position="bottom-center" containerWidth={420} className="toasts" />;
}

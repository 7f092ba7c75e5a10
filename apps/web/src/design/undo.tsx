import { notifications } from '@mantine/notifications';

/** Says what was done and offers to take it back: instead of asking "are you sure" beforehand. */
export function showUndo({ message, undo, onUndo }: { message: string; undo: string; onUndo: () => void }): void {
  const id = notifications.show({
    autoClose: 10_000,
    withCloseButton: false,
    message: (
      <span className="flex between">
        <span>{message}</span>
        <button
          type="button"
          className="textbutton nowrap"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {undo}
        </button>
      </span>
    ),
  });
}

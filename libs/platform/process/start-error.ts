/** A reason for not starting that the person who started us can mend; its message is one sentence and all they get to see. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}

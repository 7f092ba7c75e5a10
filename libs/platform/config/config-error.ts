import { StartError } from '#platform/process';

/** A setting is wrong; the message is one sentence that names the variable and says what is expected. */
export class ConfigError extends StartError {
  override readonly name = 'ConfigError';

  constructor(
    /** The name of the environment variable. */
    readonly variable: string,
    message: string,
  ) {
    super(message);
  }
}

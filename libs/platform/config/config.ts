/** Where pictures and files are kept when not in the data folder. */
export interface S3Config {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** All settings of a running server, checked. Inject it by its type; only `loadConfig` reads the environment. */
export class Config {
  readonly environment!: 'development' | 'test' | 'production';
  /** 0 asks the system for a free port. */
  readonly port!: number;
  readonly host!: string;
  /** The address at which people reach us, without a slash at its end; every link in a mail begins with it. */
  readonly baseUrl!: string;
  /** Absent: we start our own Postgres in the data folder. */
  readonly databaseUrl?: string;
  /** Absent: mail lands in the mailbox page of the demo, or nowhere. */
  readonly smtpUrl?: string;
  readonly mailFrom!: string;
  /** Absent: files are kept in the data folder. */
  readonly s3?: S3Config;
  /** Absent: this is the only node. */
  readonly redisUrl?: string;
  /** An absolute path. */
  readonly dataDir!: string;
  /** Which GraphQL documents run: only the web client's own, or any under limits. */
  readonly graphqlQueries!: 'trusted' | 'limited';
  /** Whether one person may write only so much in so much time; off for measuring. */
  readonly writingLimits!: boolean;
  /** Signs what leaves the house and comes back; whoever has it can forge sign-in links. */
  readonly secret!: string;
  /** Whether the demo content loads into an empty database and `/dev/mail` is there. */
  readonly demo!: boolean;
  /** Whose `X-Forwarded-For` is believed: nobody's, everybody's, that of so many proxies, or of these addresses. */
  readonly trustProxy!: boolean | number | string;
  readonly logLevel!: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Whether this process works through the job queue; off when a worker does. */
  readonly runJobs!: boolean;
  /** For whom the console prints a link while there is no administrator. */
  readonly administratorEmail?: string;

  constructor(settings: Config) {
    Object.assign(this, settings);
    Object.freeze(this);
  }

  /** The same settings but for these. */
  static like(config: Config, changes: Partial<Config>): Config {
    return new Config(Object.assign({}, config, changes));
  }
}

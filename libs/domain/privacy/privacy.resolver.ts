import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Public } from '#platform/auth';
import { type Page, PageArgs } from '#platform/graphql';
import { DeleteAccountInput, DownloadLinkInput, KeepAccountInput, Leaving, RequestDownloadInput } from './deletion/deletion.inputs.js';
import { Deletions } from './deletion/deletions.service.js';
import { Downloads } from './downloads/downloads.service.js';
import { PersonalDownload } from './downloads/personal-download.entity.js';
import { NamedIn, NamedInConnection, NamedKind } from './named/named-in.js';
import { Names } from './named/names.service.js';

@Resolver()
export class PrivacyResolver {
  constructor(
    private readonly downloads: Downloads,
    private readonly deletions: Deletions,
    private readonly names: Names,
  ) {}

  @Query(() => [PersonalDownload], { description: 'The downloads of one’s data, of the last day, newest first.' })
  personalDownloads(@CurrentActor() actor: Actor): Promise<PersonalDownload[]> {
    return this.downloads.list(actor);
  }

  @Query(() => NamedInConnection, {
    description: 'Everything that names one or carries one’s name, the latest first; only what one may open.',
  })
  namedIn(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('kind', { type: () => NamedKind, nullable: true, description: 'Only these.' }) kind?: NamedKind,
  ): Promise<Page<NamedIn>> {
    return this.names.list(actor, kind ?? null, page);
  }

  @Mutation(() => PersonalDownload, { description: 'Has one’s data put together in a file. Needs a sign-in of the last ten minutes.' })
  requestDownload(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Nothing but a key.' }) input: RequestDownloadInput,
  ): Promise<PersonalDownload> {
    return this.downloads.request(actor, input.mutationKey);
  }

  @Mutation(() => String, { description: 'A fresh secret address for a download that is ready. Needs a sign-in of the last ten minutes.' })
  downloadLink(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: DownloadLinkInput): Promise<string> {
    return this.downloads.link(actor, input.downloadId);
  }

  @Mutation(() => Leaving, {
    description: 'Has one’s account deleted in fourteen days; signs out everywhere at once. Needs a sign-in of the last ten minutes.',
  })
  deleteAccount(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What becomes of what one wrote.' }) input: DeleteAccountInput,
  ): Promise<Leaving> {
    return this.deletions.request(actor, input);
  }

  @Public()
  @Mutation(() => Boolean, { description: 'The way back from a deletion, with the secret of the mail; then one signs in as before.' })
  keepAccount(@Args('input', { description: 'The secret.' }) input: KeepAccountInput): Promise<boolean> {
    return this.deletions.keep(input.token);
  }
}

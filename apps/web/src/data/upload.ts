import { failureOf, type Failure } from './failures.js';

/** A file the server has taken: its id goes into a mutation, its address into a picture. */
export type UploadedFile = { id: string; url: string };

/** Sends one file; the server decides by its content, not its name, whether it is welcome. */
export const upload = async (file: File, purpose: 'avatar' | 'content'): Promise<{ file: UploadedFile } | { failure: Failure }> => {
  const form = new FormData();
  // The fields before the file: the server reads them while the file is still on its way.
  form.append('purpose', purpose);
  form.append('file', file);
  try {
    const response = await fetch('/files', { method: 'POST', body: form, credentials: 'same-origin' });
    const body = (await response.json().catch(() => ({}))) as Partial<UploadedFile> & {
      code?: string;
      message?: string;
      errors?: { message?: string; extensions?: { code?: string } }[];
    };
    if (response.ok && body.id && body.url) return { file: { id: body.id, url: body.url } };
    const message = body.message ?? body.errors?.[0]?.message ?? '';
    return { failure: { code: body.code ?? body.errors?.[0]?.extensions?.code ?? 'INVALID', message, fields: {} } };
  } catch (error) {
    return { failure: failureOf(error) };
  }
};

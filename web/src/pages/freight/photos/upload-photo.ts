import { ApiError, inReadersWords } from '../../../app/ask';
import { asViewer } from '../../../app/query';

/** How long a photo may take: lines at a ramp are slow. */
const ANSWER_MS = 120_000;

/** The kinds of photos of a service. */
export type ServicePhotoKind = 'BEFORE' | 'AFTER';

/** Sends a photo of a connote. @returns its id @throws ApiError as the server answers, or OFFLINE */
export function uploadPhoto(
  connoteId: string,
  file: Blob,
  kind: ServicePhotoKind | 'DELIVERY',
): Promise<string> {
  const path = `api/connotes/${encodeURIComponent(connoteId)}/photos?kind=${kind}`;
  return asViewer(async (token) => {
    const { ok, body } = await send(path, file, token);
    if (ok) return String(body['id']);
    const { code, detail, ...more } = body;
    throw await inReadersWords(new ApiError(String(code ?? 'UNKNOWN'), String(detail ?? ''), more));
  });
}

async function send(path: string, file: Blob, token: string | null) {
  try {
    const response = await fetch(new URL(path, document.baseURI), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': file.type, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: file,
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return { ok: response.ok, body: (await response.json()) as Record<string, unknown> };
  } catch {
    throw new ApiError('OFFLINE', 'There was no answer.');
  }
}

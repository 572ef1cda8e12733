import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { call, ProblemError, sendRaw } from './api';
import type { FileRow } from './wire';

/** Up to this a file goes in one piece. */
const AT_ONCE = 9 * 1024 * 1024;
const SLICE = 4 * 1024 * 1024;
/** How often a piece is tried again before a person is asked. */
const TRIES = 4;

/** The hash of a file, computed here before anything is sent: what arrives is compared with it. */
export async function hashOf(file: Blob, told: (done: number) => void): Promise<string> {
  const digest = sha256.create();
  for (let at = 0; at < file.size; at += SLICE) {
    digest.update(new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer()));
    told(Math.min(at + SLICE, file.size));
  }
  return bytesToHex(digest.digest());
}

export interface FileSaid {
  [field: string]: unknown;
}

function form(about: FileSaid, file: Blob): FormData {
  const data = new FormData();
  data.append('about', JSON.stringify(about));
  data.append('file', file, 'file');
  return data;
}

const later = (times: number) => new Promise((done) => setTimeout(done, 500 * 2 ** times));

/** Sends a large file piece by piece; a broken line costs the piece that was on its way. */
async function inPieces(
  matter: string,
  about: FileSaid,
  file: File,
  sha: string,
  key: string,
  told: (done: number) => void,
): Promise<FileRow> {
  const begun = await call('post', '/api/files/uploads', {
    body: { matter, name: file.name, size: file.size, sha256: sha },
  });
  let received = begun.received;
  let failed = 0;
  while (received < file.size) {
    try {
      const piece = file.slice(received, received + SLICE);
      const now = (await sendRaw(
        'PUT',
        `/api/files/uploads/${begun.id}?from=${received}`,
        piece,
        'application/octet-stream',
      )) as { received: number };
      received = now.received;
      failed = 0;
      told(received);
    } catch (reason) {
      failed += 1;
      if (reason instanceof ProblemError && reason.status !== 409 && reason.status < 500) throw reason;
      if (failed > TRIES) throw reason;
      await later(failed);
      received = (await call('get', '/api/files/uploads/{id}', { path: { id: begun.id } })).received;
    }
  }
  return (await sendRaw(
    'POST',
    `/api/files/uploads/${begun.id}/finish`,
    JSON.stringify(about),
    'application/json',
    key,
  )) as FileRow;
}

/** Adds a file to a matter, with what is said of it. */
export async function addFile(
  matter: string,
  said: FileSaid,
  file: File,
  key: string,
  told: (done: number) => void,
): Promise<FileRow> {
  const sha = await hashOf(file, () => undefined);
  const about = { ...said, sha256: sha, name: file.name };
  if (file.size > AT_ONCE) return inPieces(matter, about, file, sha, key, told);
  return (await sendRaw('POST', '/api/files', form({ ...about, matter }, file), undefined, key)) as FileRow;
}

/** Adds a file to a matter of one's own, by code and digits. */
export async function addOwnFile(asked: FileSaid, said: FileSaid, file: File, key: string): Promise<void> {
  const sha = await hashOf(file, () => undefined);
  const about = { ...said, ...asked, sha256: sha, name: file.name };
  await sendRaw('POST', '/api/public/own/files', form(about, file), undefined, key);
}

const STEPS: [number, string][] = [
  [1024 * 1024, 'MB'],
  [1024, 'KB'],
];

export function sizeWords(bytes: number): string {
  const step = STEPS.find(([least]) => bytes >= least);
  return step ? `${(bytes / step[0]).toFixed(1)} ${step[1]}` : `${bytes} 字节`;
}

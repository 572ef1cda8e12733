import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { call, ProblemError, sendRaw, UnreachableError } from './api';
import type { FileRow, OwnStanding } from './wire';

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

/** How far a file of one's own has got. `waiting`: the line is broken, and it goes on when there is one again. */
export interface Going {
  step: 'checking' | 'sending' | 'waiting' | 'finishing';
  done: number;
}

/** Waits for the line: until the browser says that there is one, somebody presses, or a while has passed. */
function lineAgain(most: number, { signal, onPress }: Waiting): Promise<void> {
  return new Promise((done) => {
    const go = () => {
      window.removeEventListener('online', go);
      signal.removeEventListener('abort', go);
      clearTimeout(timer);
      done();
    };
    const timer = setTimeout(go, most);
    window.addEventListener('online', go);
    signal.addEventListener('abort', go);
    onPress(go);
  });
}

/** Who is told how far it is, who may press to go on, and who has left. */
export interface Waiting {
  told: (going: Going) => void;
  onPress: (go: () => void) => void;
  signal: AbortSignal;
}

/** A party's pieces are small: a phone at the edge of its network loses less. */
const OWN_SLICE = 1024 * 1024;
const NO_LINE_MILLIS = 20_000;
const BUSY_MILLIS = 3000;
/** How often a server that answers may be unable before a person is asked. */
const BUSY_TIMES = 10;

/** What may pass by itself: a busy or a restarting server, a piece whose answer was lost. */
function passes(reason: ProblemError): boolean {
  return reason.status >= 500 || reason.status === 429 || reason.problem.rule === 'evidence.offset';
}

/**
 * Adds a file to a matter of one's own, by code and digits, piece by piece. A broken line costs the piece that was on
 * its way; whoever comes back with the same file goes on where it stands, and one that is there is not sent again.
 * Returns whether it had been there before.
 */
export async function addOwnFile(
  asked: { code: string; phoneLast4: string },
  said: FileSaid,
  file: File,
  key: string,
  waiting: Waiting,
): Promise<boolean> {
  const sha = await hashOf(file, (done) => waiting.told({ step: 'checking', done }));
  const announced = { ...asked, name: file.name, size: file.size, sha256: sha };
  let received = 0;
  let busy = 0;
  let finishing = false;
  for (;;) {
    waiting.signal.throwIfAborted();
    try {
      const begun = await call('post', '/api/public/own/files/uploads', { body: announced });
      // there already, and by this very attempt if only its answer was lost
      if (begun.added || !begun.id) return !finishing;
      received = begun.received;
      const here = `/api/public/own/files/uploads/${begun.id}`;
      while (received < file.size) {
        waiting.signal.throwIfAborted();
        waiting.told({ step: 'sending', done: received });
        const piece = form({ ...asked, from: received }, file.slice(received, received + OWN_SLICE));
        received = ((await sendRaw('POST', `${here}/pieces`, piece)) as OwnStanding).received;
        busy = 0;
      }
      waiting.told({ step: 'finishing', done: received });
      finishing = true;
      const whole = { ...said, ...asked, sha256: sha, name: file.name };
      await sendRaw('POST', `${here}/finish`, JSON.stringify(whole), 'application/json', key);
      return false;
    } catch (reason) {
      waiting.signal.throwIfAborted();
      const answered = reason instanceof ProblemError;
      if (answered && (!passes(reason) || ++busy > BUSY_TIMES)) throw reason;
      if (!answered && !(reason instanceof UnreachableError)) throw reason;
      waiting.told({ step: 'waiting', done: received });
      await lineAgain(answered ? BUSY_MILLIS : NO_LINE_MILLIS, waiting);
    }
  }
}

const STEPS: [number, string][] = [
  [1024 * 1024, 'MB'],
  [1024, 'KB'],
];

export function sizeWords(bytes: number): string {
  const step = STEPS.find(([least]) => bytes >= least);
  return step ? `${(bytes / step[0]).toFixed(1)} ${step[1]}` : `${bytes} 字节`;
}

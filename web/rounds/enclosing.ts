import { newKey } from '../kit/api';
import { hashOf } from '../kit/parcels';
import { mayWrite, type Draft, type Drafts, type Enclosed, type Signer } from './draft';

const MOST_BYTES = 100 * 1024 * 1024;

export type Refused = '' | 'same' | 'large' | 'full';

/** Puts a file beside a draft: first what it holds, then that it belongs to it. */
export async function enclose(
  drafts: Drafts,
  id: string,
  blob: Blob,
  name: string,
  said: Record<string, string>,
  change: (work: (draft: Draft) => Draft) => Promise<void>,
  signer?: Omit<Signer, 'file'>,
): Promise<Refused> {
  if (blob.size > MOST_BYTES) return 'large';
  const sha256 = await hashOf(blob, () => undefined);
  const kept = await drafts.find(id);
  if (!kept || !mayWrite(kept)) return 'full';
  if (kept.files.some((file) => file.sha256 === sha256)) return 'same';
  // a number is used once, also where keeping the file failed half way
  const no = kept.nextFile;
  const file: Enclosed = { no, key: newKey(), name, type: blob.type, size: blob.size, sha256, said, sent: false };
  try {
    await drafts.putFile(id, no, await blob.arrayBuffer());
  } catch {
    return 'full';
  }
  await change((draft) => ({
    ...draft,
    nextFile: no + 1,
    files: [...draft.files, file],
    ...(signer && draft.said.kind === 'held'
      ? { said: { ...draft.said, signers: [...draft.said.signers, { ...signer, file: no }] } }
      : {}),
  }));
  return '';
}

/** Takes it away again, and the signature that it is. */
export async function takeAway(
  drafts: Drafts,
  id: string,
  no: number,
  change: (work: (draft: Draft) => Draft) => Promise<void>,
): Promise<void> {
  await change((draft) => ({
    ...draft,
    files: draft.files.filter((file) => file.no !== no),
    ...(draft.said.kind === 'held'
      ? { said: { ...draft.said, signers: draft.said.signers.filter((one) => one.file !== no) } }
      : {}),
  }));
  await drafts.dropFile(id, no);
}

export const REFUSED_WORDS: Record<Exclude<Refused, ''>, string> = {
  same: '同样的已经附上了',
  large: '太大了，最多 100 MB。录像请到办公室用电脑传',
  full: '这台手机存不下，没有附上。先把别的送出，或者腾出地方',
};

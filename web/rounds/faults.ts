import { digestOf, signedText } from '../kit/signing';
import type { Held, Seen } from './draft';

/** What is still missing, and at which field. */
export interface SaidFault {
  name: 'words' | 'at' | 'area' | 'minutes' | 'signers';
  message: string;
}

const MOST_WORDS = 10_000;
const MOST_MINUTES = 20_000;

/** What the server would refuse anyway is said at once, as there may be no server to ask for hours. */
export function seenFaults(said: Seen): SaidFault[] {
  const faults: SaidFault[] = [];
  const words = Array.from(said.words.trim()).length;
  if (words < 2) faults.push({ name: 'words', message: '还没写看到了什么' });
  if (words > MOST_WORDS) faults.push({ name: 'words', message: `最多 ${MOST_WORDS} 字，现在 ${words} 字` });
  if (Number.isNaN(Date.parse(said.at))) faults.push({ name: 'at', message: '时间没写全，要有日期和几点几分' });
  if (!said.area) faults.push({ name: 'area', message: '还没选在哪里' });
  return faults;
}

/** Whether a signature stands under other words than those of now. */
export const outdated = (said: Held, digest: string) =>
  digest !== digestOf(signedText(said.code, said.session, said.minutes));

export function heldFaults(said: Held): SaidFault[] {
  const faults: SaidFault[] = [];
  const minutes = Array.from(said.minutes.trim()).length;
  const somebody = said.guests.length === 0 || said.guests.some((guest) => guest.came);
  if (somebody && minutes === 0) faults.push({ name: 'minutes', message: '还没写谈了什么' });
  if (minutes > MOST_MINUTES) faults.push({ name: 'minutes', message: `最多 ${MOST_MINUTES} 字，现在 ${minutes} 字` });
  if (said.signers.some((one) => outdated(said, one.digest))) {
    faults.push({ name: 'signers', message: '签名以后笔录改过了：请重新签，或者去掉那个签名' });
  }
  return faults;
}

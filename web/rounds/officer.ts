import { Drafts, unsent } from './draft';
import { SealedShelf } from '../kit/shelf/sealed';
import { DeviceShelf } from '../kit/shelf/shelf';

/** Who signed in here last: the pages of the rounds open for nobody else where there is no network. */
export interface Officer {
  id: string;
  name: string;
}

const WHO = 'who';
const device = new DeviceShelf();

/** One for all pages, so that what one of them forgets none keeps again. */
const open = new Map<string, SealedShelf>();

export function shelfOf(officer: string): SealedShelf {
  const found = open.get(officer) ?? new SealedShelf(device, officer);
  open.set(officer, found);
  return found;
}

export async function lastOfficer(): Promise<Officer | null> {
  return ((await device.get(WHO)) as Officer | undefined) ?? null;
}

export const keepOfficer = (officer: Officer): Promise<void> => device.put(WHO, officer);

/** The server no longer knows who it is: what is kept stays sealed until they have signed in again. */
export const lockOfficer = (): Promise<void> => device.drop(WHO);

/** How many drafts of an officer on this device the server doesn't have. */
export async function countUnsent(officer: string): Promise<number> {
  if (!SealedShelf.possible()) return 0;
  try {
    return (await new Drafts(shelfOf(officer)).all()).filter(unsent).length;
  } catch {
    return 0;
  }
}

/** Signing out takes along all that the officer kept here. */
export async function leaveDevice(officer: string): Promise<void> {
  if (!SealedShelf.possible()) return;
  try {
    const own = shelfOf(officer);
    open.delete(officer);
    await own.forget();
    if ((await lastOfficer())?.id === officer) await lockOfficer();
  } catch {
    // nothing was kept
  }
}

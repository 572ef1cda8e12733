import { call } from './api';
import type { LogKey, Page, PublicReceipt } from './wire';

export const fetchReceipt = (code: string): Promise<PublicReceipt> =>
  call('get', '/api/public/receipts/{code}', { path: { code } });
export const fetchLogKeys = (): Promise<Page<LogKey>> => call('get', '/api/public/log/keys', {});

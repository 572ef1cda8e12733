import type { RegisterMapping, RegisterState } from '../kit/wire';

/** What the state of a register is called. */
export const STATES: Record<RegisterState, string> = {
  UPLOADED: '待对应',
  CHECKING: '正在检查',
  CHECKED: '已检查',
  RUNNING: '正在导入',
  DONE: '已导入',
  UNDOING: '正在撤回',
  UNDONE: '已撤回',
};

/** A mapping that says nothing yet: everything is suggested. */
export const NOTHING: RegisterMapping = {
  scene: '',
  sheet: '',
  header: 0,
  headerLines: 1,
  columns: {},
  fixed: {},
  values: {},
  places: {},
  claims: [],
  way: 'BACKLOG',
  skipLikely: true,
};

/** How sure a suggestion is, in words. */
export function sureness(confidence: number | undefined): string {
  if (confidence === undefined) return '';
  return confidence >= 90 ? '很有把握' : confidence >= 60 ? '较有把握' : '请核对';
}

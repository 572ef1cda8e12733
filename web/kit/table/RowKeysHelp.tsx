import type { RowKeys } from './useRowKeys';

/** Which keys the list knows, and the way to be without the single ones. */
export function RowKeysHelp({
  keys,
  opens = true,
  act,
  ticks,
  search,
}: {
  keys: RowKeys;
  /** Whether a row has a page of its own. */
  opens?: boolean;
  /** What E does to a row, if it does anything. */
  act?: string | undefined;
  ticks?: boolean;
  search?: boolean;
}) {
  const letters = ['J', 'K', ...(act ? ['E'] : []), ...(ticks ? ['X'] : [])].join(' ');
  return (
    <div className="kb rowkeys">
      {keys.on && (
        <>
          <span>
            <kbd>J</kbd> <kbd>K</kbd> 上下
          </span>
          {opens && (
            <span>
              <kbd>↵</kbd> 打开
            </span>
          )}
          {act && (
            <span>
              <kbd>E</kbd> {act}
            </span>
          )}
          {ticks && (
            <span>
              <kbd>X</kbd> 选中，<kbd>⇧</kbd> <kbd>X</kbd> 选到这里
            </span>
          )}
          {search && (
            <span>
              <kbd>/</kbd> 查找
            </span>
          )}
        </>
      )}
      {ticks && (
        <span>
          <kbd>Ctrl</kbd> <kbd>A</kbd> 在表里选中列出的全部
        </span>
      )}
      <button type="button" className="aslink meta" aria-pressed={keys.on} onClick={() => keys.setOn(!keys.on)}>
        {keys.on ? '关掉单键' : `打开单键 ${letters}`}
      </button>
    </div>
  );
}

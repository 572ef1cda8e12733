import type { RowKeys } from './useRowKeys';

/** Which single keys the list knows, and the way to be without them. */
export function RowKeysHelp({ keys }: { keys: RowKeys }) {
  return (
    <div className="kb rowkeys">
      {keys.on && (
        <>
          <span>
            <kbd>J</kbd> <kbd>K</kbd> 上下
          </span>
          <span>
            <kbd>↵</kbd> 打开
          </span>
          <span>
            <kbd>X</kbd> 选中，<kbd>⇧</kbd> <kbd>X</kbd> 选到这里
          </span>
        </>
      )}
      <button type="button" className="aslink meta" aria-pressed={keys.on} onClick={() => keys.setOn(!keys.on)}>
        {keys.on ? '关掉单键' : '打开单键 J K X'}
      </button>
    </div>
  );
}

import { useEffect, useRef } from 'react';

/** A tick with a name for those who don't see the row it stands in. */
export function TickBox({
  label,
  on,
  some = false,
  onChange,
}: {
  label: string;
  on: boolean;
  some?: boolean;
  onChange: (range: boolean) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <label className="tickbox">
      <input
        ref={box}
        type="checkbox"
        checked={on}
        aria-label={label}
        onChange={(event) => onChange((event.nativeEvent as unknown as MouseEvent).shiftKey ?? false)}
      />
    </label>
  );
}

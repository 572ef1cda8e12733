import { useRef, type KeyboardEvent } from 'react';
import { Shape } from './Status';

export interface Tile {
  key: string;
  label: string;
  amount: number;
  /** How many of them are late, if that is known. */
  late?: number | undefined;
}

const STEPS = 5;

/** Which of five shades: in equal parts of the largest amount; none at all has no shade. */
export function shadeOf(amount: number, most: number): number {
  return amount <= 0 || most <= 0 ? 0 : Math.min(STEPS, Math.max(1, Math.ceil((amount / most) * STEPS)));
}

const MOVES: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** Equal tiles in place of a map: the shade is the amount, the shape the state, and the number stands on each. */
export function TileMap({
  tiles,
  unit,
  caption,
  lateWord,
  onOpen,
}: {
  tiles: Tile[];
  unit: string;
  caption: string;
  lateWord: string;
  onOpen: (key: string) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  const most = Math.max(0, ...tiles.map((tile) => tile.amount));
  const walk = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const first = buttons[0];
    if (at < 0 || !first) return;
    const perRow = buttons.filter((button) => button.offsetTop === first.offsetTop).length;
    const step = MOVES[event.key] ?? (event.key === 'ArrowUp' ? -perRow : event.key === 'ArrowDown' ? perRow : 0);
    if (step === 0) return;
    event.preventDefault();
    buttons[at + step]?.focus();
  };
  return (
    <>
      <ul className="tiles" aria-label={caption} ref={list} onKeyDown={walk}>
        {tiles.map((tile) => (
          <li key={tile.key} className={`shade${shadeOf(tile.amount, most)}`}>
            <button type="button" onClick={() => onOpen(tile.key)}>
              <span>{tile.label}</span>
              <b>
                {tile.amount}
                <span className="sr"> {unit}</span>
              </b>
              {!!tile.late && (
                <i>
                  <Shape tone="red" />
                  <span className="sr">{lateWord} </span>
                  {tile.late}
                </i>
              )}
            </button>
          </li>
        ))}
      </ul>
      <p className="meta shades" aria-hidden="true">
        少
        {Array.from({ length: STEPS }, (_, i) => (
          <i key={i} className={`shade${i + 1}`} />
        ))}
        多
        <span>
          <Shape tone="red" /> {lateWord}
        </span>
      </p>
    </>
  );
}

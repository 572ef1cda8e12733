import { Shape } from './Status';
import { countyOf, type Outline } from './outlines';
import { shadeOf, type Tile } from './TileMap';

const NOTE = '示意，非测绘成果；公开登载要有审图号';

/** The counties of a city by their outlines: shade and number as on the tiles; who isn't counted here is hatched. */
export function OutlineMap({
  outline,
  tiles,
  unit,
  caption,
  lateWord,
  onOpen,
}: {
  outline: Outline;
  tiles: Tile[];
  unit: string;
  caption: string;
  lateWord: string;
  onOpen: (key: string) => void;
}) {
  const [width, height] = outline.box;
  const most = Math.max(0, ...tiles.map((tile) => tile.amount));
  const byCode = new Map(tiles.map((tile) => [countyOf(tile.key), tile]));
  const shown = outline.places.flatMap((place) => {
    const tile = byCode.get(place.code);
    return tile ? [{ place, tile }] : [];
  });
  return (
    <figure className="outline">
      <div className="land" role="group" aria-label={caption}>
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
          <Hatch />
          {outline.places.map((place) => {
            const tile = byCode.get(place.code);
            const look = tile ? `of${shadeOf(tile.amount, most)}` : 'none';
            return <path key={place.code} d={place.d} className={look} onClick={() => tile && onOpen(tile.key)} />;
          })}
        </svg>
        {shown.map(({ place, tile }) => (
          <button
            key={place.code}
            type="button"
            style={{ left: `${(place.at[0] / width) * 100}%`, top: `${(place.at[1] / height) * 100}%` }}
            onClick={() => onOpen(tile.key)}
          >
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
        ))}
      </div>
      <figcaption className="meta">
        {NOTE}
        {shown.length < outline.places.length && '。斜线是这里没有数的地方'}
      </figcaption>
    </figure>
  );
}

/** Where a county lies in its city: nothing is counted on it. */
export function Locator({ outline, area }: { outline: Outline; area: { path: string; name: string } }) {
  const here = outline.places.find((place) => place.code === countyOf(area.path));
  if (!here) return null;
  return (
    <figure className="outline locator">
      <svg viewBox={`0 0 ${outline.box[0]} ${outline.box[1]}`} role="img" aria-label={`${here.name}在本市的位置`}>
        {outline.places.map((place) => (
          <path key={place.code} d={place.d} className={place === here ? 'here' : 'around'} />
        ))}
      </svg>
      <figcaption className="meta">
        {here.name}在本市的位置。{NOTE}
      </figcaption>
    </figure>
  );
}

function Hatch() {
  return (
    <defs>
      <pattern id="outline-none" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch" d="M0 0V14" />
      </pattern>
    </defs>
  );
}

import { useId, useState } from 'react';
import { AreaInput } from '../kit/fields/AreaInput';
import { textOf } from '../kit/fields/parts';
import type { RegisterMapping, RegisterPreview } from '../kit/wire';

type Word = RegisterPreview['words'][string][number];

interface Told {
  mapping: RegisterMapping;
  onChange: (mapping: RegisterMapping) => void;
}

/** One name of a place: what it was taken for, and another place where that is wrong or nobody knows. */
function Place({ word, mapping, onChange }: Told & { word: Word }) {
  const id = useId();
  const said = mapping.places[word.text];
  const [changing, setChanging] = useState(!word.meant);
  const say = (path: string) => {
    const { [word.text]: _before, ...rest } = mapping.places;
    onChange({ ...mapping, places: path ? { ...rest, [word.text]: path } : rest });
  };
  return (
    <li className="fld">
      <p>
        {word.text}（{word.count} 行）
        {word.title ? <small className="meta">认作 {word.title}</small> : null}{' '}
        {changing ? null : (
          <button
            type="button"
            className="btn quiet sm"
            aria-label={`改“${word.text}”是哪里`}
            onClick={() => setChanging(true)}
          >
            改
          </button>
        )}
      </p>
      {changing ? (
        <AreaInput
          id={id}
          field={{ type: 'string', title: word.text }}
          value={said ?? word.meant ?? ''}
          onChange={(value) => say(textOf(value))}
          invalid={false}
          required={false}
        />
      ) : null}
    </li>
  );
}

/** Which places the names in a column are. */
export function RegisterPlaces({ words, mapping, onChange }: Told & { words: Word[] }) {
  if (!words.length) return null;
  const open = words.filter((word) => !word.meant).length;
  return (
    <details open={open > 0}>
      <summary>
        {words.length} 种地名{open ? `，还有 ${open} 种认不出，请您来定` : '，都认出来了'}
      </summary>
      <ul className="spellings">
        {words.map((word) => (
          <Place key={word.text} word={word} mapping={mapping} onChange={onChange} />
        ))}
      </ul>
    </details>
  );
}

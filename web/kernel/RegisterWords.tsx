import type { RegisterMapping, RegisterPreview } from '../kit/wire';

type FormField = RegisterPreview['scenes'][number]['fields'][number];

interface Told {
  field: FormField;
  words: RegisterPreview['words'][string];
  mapping: RegisterMapping;
  onChange: (mapping: RegisterMapping) => void;
}

/** What the words of a column of choices stand for. */
export function RegisterWords({ field, words, mapping, onChange }: Told) {
  if (!words.length) return null;
  const said = (text: string) => mapping.values[field.name]?.[text];
  const say = (text: string, meant: string) =>
    onChange({
      ...mapping,
      values: { ...mapping.values, [field.name]: { ...mapping.values[field.name], [text]: meant } },
    });
  const open = words.filter((word) => !said(word.text) && !word.meant).length;
  return (
    <details open={open > 0}>
      <summary>
        “{field.title}”里的 {words.length} 种写法{open ? `，还有 ${open} 种要您来定` : ''}
      </summary>
      <ul className="spellings">
        {words.map((word) => (
          <li key={word.text} className="fld">
            <label htmlFor={`word-${field.name}-${word.text}`}>
              {word.text}（{word.count} 行）
            </label>
            <select
              id={`word-${field.name}-${word.text}`}
              className="in"
              value={said(word.text) ?? word.meant ?? ''}
              onChange={(event) => say(word.text, event.target.value)}
            >
              <option value="">请选一个</option>
              {Object.entries(field.choices).map(([code, title]) => (
                <option key={code} value={code}>
                  {title}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </details>
  );
}

import { saveFile } from '../kit/Filters';
import { Refusal } from '../kit/Refusal';
import { useDeed } from './useDeed';

/** Saves what a list shows as a workbook; a refusal, such as one of too many rows, stands below. */
export function SaveSheet({ route, query, name }: { route: string; query: Record<string, string>; name: string }) {
  const { busy, refused, run } = useDeed();
  const save = () => void run(() => saveFile(route, query, name));
  return (
    <>
      <button type="button" className="btn" disabled={busy} onClick={save}>
        {busy ? '正在存' : '存成表格'}
      </button>
      {!!refused && <Refusal reason={refused} />}
    </>
  );
}

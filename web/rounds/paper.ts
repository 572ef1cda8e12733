/** One line of ink: points between 0 and 1 across the field in which somebody signs. */
export type Stroke = { x: number; y: number }[];

const WIDTH = 1000;
const MARGIN = 40;
const SIZE = 24;
const LEADING = 36;
/** More lines than this no picture can hold; the digest stands for all of them. */
const MOST_LINES = 400;
const FIELD = { width: 600, height: 225 };

/** Breaks a text where the measure is full; Chinese breaks anywhere. */
export function linesOf(text: string, fits: (line: string) => boolean): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const letter of paragraph) {
      if (line && !fits(line + letter)) {
        lines.push(line);
        line = letter;
      } else line += letter;
    }
    return [...lines, line];
  });
}

export function ink(context: CanvasRenderingContext2D, strokes: Stroke[], x: number, y: number, w: number, h: number) {
  context.lineWidth = Math.max(2, h / 60);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) {
    context.beginPath();
    stroke.forEach((point, at) => {
      const to = [x + point.x * w, y + point.y * h] as const;
      if (at === 0) context.moveTo(...to);
      else context.lineTo(...to);
    });
    context.stroke();
  }
}

/** The sheet as it is kept: what was read, the signature under it, whose, when, and the digest of the text. */
export async function sheetOf(
  text: string,
  name: string,
  when: string,
  digest: string,
  strokes: Stroke[],
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('nothing to draw on');
  const font = `${SIZE}px sans-serif`;
  context.font = font;
  const all = linesOf(text, (line) => context.measureText(line).width <= WIDTH - 2 * MARGIN);
  const lines = all.length > MOST_LINES ? [...all.slice(0, MOST_LINES), '……（后面的见笔录全文，以摘要为准）'] : all;
  const below = MARGIN + lines.length * LEADING + LEADING;
  canvas.width = WIDTH;
  canvas.height = below + FIELD.height + 3 * LEADING + MARGIN;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.strokeStyle = 'black';
  context.font = font;
  context.textBaseline = 'top';
  lines.forEach((line, at) => context.fillText(line, MARGIN, MARGIN + at * LEADING));
  context.lineWidth = 1;
  context.strokeRect(MARGIN, below, FIELD.width, FIELD.height);
  ink(context, strokes, MARGIN, below, FIELD.width, FIELD.height);
  const under = below + FIELD.height + 12;
  context.fillText(`签名：${name}　${when}`, MARGIN, under);
  context.fillText('上面文字的 SHA-256：', MARGIN, under + LEADING);
  context.font = '20px monospace';
  context.fillText(digest, MARGIN, under + 2 * LEADING);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'),
  );
}

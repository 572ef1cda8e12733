import { useEffect, useRef, useState } from 'react';
import { Icon } from '../kit/Icon';

const MOST_SECONDS = 300;
/** What browsers record, the first that this one can; each with how its files are called. */
const KINDS: [string, string][] = [
  ['audio/ogg;codecs=opus', '.ogg'],
  ['audio/mp4', '.m4a'],
  ['audio/webm;codecs=opus', '.weba'],
];

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Records a voice until one says that is all, or five minutes have passed. */
export function Voice({ onDone }: { onDone: (blob: Blob, ending: string) => void }) {
  const recorder = useRef<MediaRecorder | null>(null);
  const [seconds, setSeconds] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  const running = seconds !== null;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setSeconds((old) => (old === null ? null : old + 1)), 1000);
    return () => clearInterval(timer);
  }, [running]);
  useEffect(() => {
    if (seconds !== null && seconds >= MOST_SECONDS) recorder.current?.stop();
  }, [seconds]);
  // whoever leaves the page while it runs keeps what was said so far
  useEffect(() => () => recorder.current?.state === 'recording' ? recorder.current.stop() : undefined, []);
  if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices) return null;
  const start = async () => {
    setFault('');
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const kind = KINDS.find(([type]) => MediaRecorder.isTypeSupported(type));
      const made = new MediaRecorder(stream, { ...(kind ? { mimeType: kind[0] } : {}), audioBitsPerSecond: 32_000 });
      const pieces: Blob[] = [];
      made.ondataavailable = (event) => {
        if (event.data.size) pieces.push(event.data);
      };
      made.onstop = () => {
        stream.getTracks().forEach((track) => track.stop());
        setSeconds(null);
        const type = made.mimeType.split(';')[0] ?? 'audio/webm';
        if (pieces.length) onDone(new Blob(pieces, { type }), kind?.[1] ?? '.weba');
      };
      made.start(1000);
      recorder.current = made;
      setSeconds(0);
    } catch {
      setFault('录不了音：手机没有让这一页用话筒。请在浏览器设置里允许，或者写成文字。');
    }
  };
  return (
    <>
      {running ? (
        <button type="button" className="btn rec" onClick={() => recorder.current?.stop()}>
          <Icon name="stop" />
          录好了 <span aria-hidden="true">{clock(seconds)}</span>
        </button>
      ) : (
        <button type="button" className="btn" onClick={() => void start()}>
          <Icon name="mic" />
          录音
        </button>
      )}
      <span className="sr" role="status">
        {running ? '正在录音' : ''}
      </span>
      {fault && (
        <p className="fault wide" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

const PATHS = {
  inbox: 'M4 13l2.5-8h11L20 13v6H4zM4 13h5l1 3h4l1-3h5',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  rings: 'M2 19a10 10 0 0 1 20 0M6 19a6 6 0 0 1 12 0M10 19a2 2 0 0 1 4 0',
  chart: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4',
  plus: 'M12 5v14M5 12h14',
  hand: 'M4 8h12l-3-3M20 16H8l3 3',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM8.5 12l2.500 2.500 4.500-5',
  back: 'M15 4l-8 8 8 8',
  next: 'M9 4l8 8-8 8',
  close: 'M5 5l14 14M19 5L5 19',
  check: 'M4 12.500l5 5L20 6.500',
  print: 'M7 9V3h10v6M7 17H4v-8h16v8h-3M7 14h10v7H7z',
  link: 'M9 15l6-6M10 7l2-2a4 4 0 0 1 6 6l-2 2M14 17l-2 2a4 4 0 0 1-6-6l2-2',
  search: 'M10.5 4.500a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5',
  phone: 'M5 4h4l2 5-2.500 2a12 12 0 0 0 5 5l2-2.500 5 2v4c-9 2-17.500-6.500-15.500-15.500z',
  speak: 'M4 5h16v11h-9l-5 4v-4H4z',
  down: 'M12 4v12M6 11l6 6 6-6M4 21h16',
  share: 'M12 15V3M8 7l4-4 4 4M5 11v10h14V11',
  road: 'M3 17a4.500 7 0 0 1 9 0M12 17a4.500 7 0 0 1 9 0M2 17.500h20',
  days: 'M4 6h16v14H4zM4 10.500h16M8.500 3.500V8M15.500 3.500V8',
  box: 'M3.500 4h17v4h-17zM5 8h14v12H5zM10 12h4',
  tune: 'M4 7h9M19 7h1M4 17h1M11 17h9M13 7a3 3 0 0 1 6 0 3 3 0 0 1-6 0zM5 17a3 3 0 0 1 6 0 3 3 0 0 1-6 0z',
  people:
    'M5.500 8a3.500 3.500 0 0 1 7 0 3.500 3.500 0 0 1-7 0zM3 20c0-8 12-8 12 0M16 5a3 3 0 0 1 0 6M17 14c3 1 4 3 4 6',
  camera: 'M4 8h4l1.500-3h5l1.500 3h4v11H4zM12 10a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z',
  mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6',
  stop: 'M6.500 6.500h11v11h-11z',
  pen: 'M5 19l1-4L16 5l3 3L9 18zM4 21.500h16',
  book: 'M4 5c3-1 6-1 8 1 2-2 5-2 8-1v13c-3-1-6-1-8 1-2-2-5-2-8-1zM12 6v13',
  info: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 11v5.500M12 7.500v.5',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: the word beside it, or the label of its button, says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ic" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className="m1" d="M4 20h4a12 12 0 0 1 24 0h4" />
      <path className="m2" d="M8 23a12 12 0 0 0 24 0" />
      <circle className="m3" cx="20" cy="19" r="3.2" />
    </svg>
  );
}

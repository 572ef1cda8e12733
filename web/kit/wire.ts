/** The shapes at the wire, as agreed with the server. One file, so that a generated one can take its place. */

export interface Named { id: string; name: string }
export interface Place { path: string; name: string }
export interface Office { name: string; phone?: string | null }
export interface Page<T> { items: T[]; next?: string | null }

export interface DemoUser { user: string; password: string; name: string; post: string; agency: string }
export interface About {
  name: string;
  county: Place;
  demo: boolean;
  now: string;
  demoUsers?: DemoUser[] | null;
  scenes: { name: string; title: string; about?: string | null }[];
}

export interface Post {
  id: string;
  title: string;
  agency: Named & { level?: string };
  area: Place;
  roles: { name: string; title: string }[];
}
export interface Me {
  person: Named;
  posts: Post[];
  roles: string[];
  scope: { areas: Place[]; agencies: Named[] };
  supervisor: boolean;
  demo: boolean;
  now: string;
  county: Place;
  counts: { inbox: number; overdue: number; alerts: number };
}

export type Kind =
  | 'text' | 'longText' | 'date' | 'instant' | 'money' | 'integer' | 'choice' | 'boolean'
  | 'area' | 'agency' | 'post' | 'phone' | 'idNumber' | 'matter' | 'list';

export interface Field {
  type: string | string[];
  title: string;
  description?: string | null;
  'x-kind'?: Kind;
  'x-unit'?: string | null;
  'x-why'?: string | null;
  'x-example'?: string | null;
  /** Asked on the same page as that field; without it every field has a page of its own. */
  'x-with'?: string | null;
  /** Not asked when that yes-or-no field says yes. */
  'x-unless'?: string | null;
  'x-titles'?: Record<string, string> | null;
  maxLength?: number | null;
  minimum?: number | null;
  maximum?: number | null;
  enum?: string[] | null;
  items?: Schema | null;
}
export interface Schema {
  type?: string;
  title?: string | null;
  required?: string[] | null;
  properties: Record<string, Field>;
  'x-order'?: string[] | null;
}

export interface SceneMove {
  verb: string; title: string; hint?: string | null; from: string[]; to?: string | null;
  roles: { name: string; title: string }[];
  deadline?: { parameter: string; title: string } | null;
  kernel: boolean; danger?: boolean | null; schema: Schema;
}
export interface Scene {
  name: string;
  title: string;
  about?: string | null;
  domain?: string | null;
  version: number;
  publicFiling: boolean;
  stages: { name: string; title: string; end: boolean }[];
  road: string[];
  moves: SceneMove[];
  open: Schema;
  publicOpen?: Schema | null;
}

export interface Receipt {
  receiptCode: string;
  issuedAt: string;
  promise: string;
  signature: string;
  key: LogKey;
  envelope: string;
  salt: string;
  body: string;
}
export interface LogKey { id: string; algorithm: string; publicKey: string }
export interface Checkpoint { body: string; signature: string; keyId: string }
/** `no` counts from 0, as RFC 9162 does. */
export interface Leaf { no: number; size: number; leafHash: string; path: string[]; checkpoint: Checkpoint }
export interface PublicReceipt {
  receiptCode: string;
  entryHash: string;
  recordedAt: string;
  promise: string;
  signature: string;
  keyId: string;
  leaf?: Leaf | null;
}
export interface Filed {
  matter: { id: string; code: string; title: string; stageTitle: string; office?: Office | null };
  receipt: Receipt;
  digits?: string | null;
}

export type StepState = 'done' | 'now' | 'ahead';
export interface Step {
  stage: string;
  title: string;
  state: StepState;
  enteredAt?: string | null;
  tookSeconds?: number | null;
}

export type DueState = 'RUNNING' | 'SUSPENDED' | 'AWAITING_CALENDAR' | 'MET' | 'ENDED';
export interface Due {
  at: string; lastDay?: string | null; parameter: string; title: string; state: DueState;
  overdue: boolean; workingDaysLeft?: number | null; calendarDaysLeft?: number | null;
  secondsLeft: number; used: number; term?: string | null; article?: string | null;
  verification?: 'TEXT_CHECKED' | 'LOCAL_DEFAULT' | 'UNVERIFIED';
}

export interface Progress {
  code: string; title: string; scene: string; sceneTitle: string; stage: string;
  stageTitle: string; road: Step[]; whatNow: string; needYou: boolean;
  needYouWhat?: string | null; office?: Office | null; due?: Due | null;
  entries: { at: string; what: string; who?: string | null }[];
  mayEvaluate: boolean; receiptCode?: string | null;
}
export type Grade = 'SATISFIED' | 'FAIRLY' | 'DISSATISFIED';

export interface Area { path: string; name: string; full: string; hasChildren: boolean }

export type DayKind = 'WORKING' | 'REST' | 'HOLIDAY' | 'MAKE_UP' | 'UNKNOWN';
export interface CalendarDay { date: string; weekday?: number | string; kind: DayKind; name?: string | null }
export interface Calendar { items: CalendarDay[]; version: string }

export type ColourName = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'grey';
export interface Colour { name: ColourName; title: string; score?: number | null }

interface MatterBase {
  id: string; code: string; title: string; scene: string; sceneTitle: string; stage: string;
  stageTitle: string; level?: string | null; levelTitle?: string | null; version: number;
  area: Place & { full?: string | null };
  agency?: Named | null; colour?: Colour | null; category?: string | null; openedAt: string;
  due?: Due | null; returns: number;
}
export interface MatterRow extends MatterBase { parties: string[] }
export interface Party { no: number; role: string; roleTitle: string; name: string; phone?: string | null }
export interface Matter extends MatterRow {
  people: Party[];
  occurredAt?: string | null;
  closedAt?: string | null;
  domain?: string | null;
  source?: string | null;
  sourceTitle?: string | null;
  words?: string | null;
  facts: { title: string; rows: { title: string; value: string; kind?: string | null }[] }[];
  suggestions?: { what: string; reasons: string[]; rule?: string | null }[] | null;
  road: Step[];
  post?: { id: string; title: string; holder?: string | null } | null;
  demo?: boolean;
}

export interface InboxRow {
  task: {
    id: string;
    state: 'OPEN' | 'CLAIMED';
    mine: boolean;
    post?: { id: string; title: string; holder?: string | null } | null;
  };
  matter: MatterRow;
  nextMove?: { verb: string; title: string } | null;
}
export interface Inbox extends Page<InboxRow> {
  counts: { all: number; mine: number; unclaimed: number; overdue: number };
}
export type InboxFilter = 'all' | 'mine' | 'unclaimed';

export interface CanMove {
  verb: string;
  title: string;
  to?: string | null;
  toTitle?: string | null;
  hint?: string | null;
  deadline?: Due | null;
  danger?: boolean | null;
  kernel: boolean;
  schema: Schema;
}
export interface CannotMove {
  verb: string;
  title: string;
  reason: string;
  rule?: string | null;
  article?: string | null;
}
export interface Moves { version: number; can: CanMove[]; cannot: CannotMove[] }

export interface TrailEntry {
  seq: number; verb: string; verbTitle: string; stage?: string | null; stageTitle?: string | null;
  occurredAt: string; recordedAt: string;
  actor: { name: string; post?: string | null; agency?: string | null };
  said: { title: string; value: string }[];
  hash: string; prev?: string | null; leaf?: number | null; bodyType?: string | null;
  bodyHash?: string | null;
}
export interface Trail extends Page<TrailEntry> { intact: boolean }

export type DayMark = 'TRIGGER' | 'FIRST' | 'LAST' | 'ORIGINAL_LAST' | 'ROLLED';
export interface ProofDay { date: string; kind: DayKind; name?: string | null; counted: boolean; mark?: DayMark | null }
export interface Proof {
  lines: { label: string; text: string; article?: string | null }[];
  days: ProofDay[];
  calendarVersion?: string | null;
  notices?: { year: number; title: string; url?: string | null }[] | null;
  label?: string | null;
}
export interface Deadline extends Due {
  id: string;
  from?: string | null;
  fromWhat?: string | null;
  metAt?: string | null;
  lowerBound?: boolean | string | null;
  extensions?: { by: string; reason: string; at: string }[] | null;
  proof?: Proof | null;
}

export interface Link {
  kind: 'PARENT' | 'CHILD' | 'MERGED' | 'LINKED' | 'REFERRED';
  kindTitle: string;
  blocking?: boolean | null;
  matter?: { id: string; code: string; title: string; stageTitle: string } | null;
  hidden?: boolean | null;
}

export interface Alert {
  id: string; kind: 'DUE_SOON' | 'OVERDUE' | 'ESCALATED'; kindTitle: string; colour: ColourName;
  title: string;
  matter: { id: string; code: string; title: string };
  due?: { at: string; title: string } | null;
  raisedAt: string; level: number; acknowledgedAt?: string | null;
  acknowledgedBy?: string | null;
}

export interface PostRow { id: string; title: string; holder?: string | null; agency: Named }

export interface Summary {
  asOf: string;
  open: number;
  overdue: number;
  dueSoon: number;
  returned: number;
  byTown: { area: Place; open: number; overdue: number; returned: number }[];
}

export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string | null;
  rule?: string | null;
  article?: string | null;
  fields?: { name: string; message: string }[] | null;
  next?: string | null;
}

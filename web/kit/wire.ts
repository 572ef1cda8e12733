/** The shapes at the wire under short names. Each is the server's own: `npm run wire` takes it from there. */
import type { components } from '../wire/wire.gen';

type S = components['schemas'];

/** One of the server's lists, whatever stands in it. */
export type Page<T> = Omit<S['matters.MatterRow.Page'], 'items'> & { items: T[] };
/** A refusal as far as it got here: an answer that was cut has a title and nothing more. */
export type Problem = Omit<S['ground.Problem'], 'type' | 'detail'> & Partial<S['ground.Problem']>;

export type About = S['access.About'];
export type DemoUser = S['access.DemoUser'];
export type Me = S['access.Me'];
export type Preference = S['access.Preference'];
export type Taker = S['matters.Taker'];
export type Taking = S['access.Taking'];
export type Interest = S['people.InterestRow'];
export type OwnAccount = S['access.Own'];
export type OpenOne = S['access.Open'];
export type Token = S['access.Token'];
export type Limits = S['access.Limits'];
export type HandedOver = S['tasks.Done'];
export type Bound = S['access.Bound'];
export type StaffAccount = S['access.StaffAccount'];
export type StaffAccountShown = S['access.StaffAccountShown'];
export type Noted = S['access.Noted'];
export type Area = S['access.AreaFound'];
export type PostRow = S['access.Seat'];
export type AgencyRow = S['access.Neighbour'];

/** A form as the kit draws it: the server's, or one of a page's own that says less. */
export type Field = Pick<S['matters.Schema.Property'], 'type' | 'title'> &
  Partial<Omit<S['matters.Schema.Property'], 'items'>> & { items?: Schema };
export type Schema = Partial<Omit<S['matters.Schema'], 'properties'>> & { properties: Record<string, Field> };
export type Kind = S['matters.Kind'];
export type Scene = S['matters.SceneShown'];
export type SceneMove = S['matters.Move'];

export type Receipt = S['trail.Receipt'];
export type Points = S['matters.Points'];
export type LogKey = S['trail.Receipt.Key'];
export type Checkpoint = S['trail.Checkpoint'];
export type Leaf = S['trail.Inclusion'];
export type PublicReceipt = S['trail.PublicReceipt'];
export type Filed = S['matters.Filed'];
export type Opened = S['matters.Opened'];

export type Step = S['matters.Step'];
export type StepState = S['matters.Reached'];
export type Due = S['matters.MatterRow.DueView'];
export type CallRow = S['messages.Call'];
export type OwnNotice = S['messages.Told'];
export type DueContent = S['matters.Kept'];
export type OwnMessagesShown = S['messages.OwnMessages'];
export type SimilarMatter = S['matters.Similar'];
export type FileRow = S['evidence.FileRow'];
export type Hand = S['evidence.Hand'];
export type OwnStanding = S['evidence.OwnStanding'];
export type SessionRow = S['appointments.SessionRow'];
export type Slot = S['appointments.Slot'];
export type OfficeDays = S['appointments.Calendar'];
export type RoomRow = S['appointments.RoomRow'];
export type AbsenceRow = S['appointments.AbsenceRow'];
export type NewAbsence = S['appointments.NewAbsence'];
export type NewTurn = S['appointments.NewTurn'];
export type Roster = S['appointments.Roster'];
export type OwnSession = S['appointments.OwnSession'];
export type PlanRow = S['sampling.PlanRow'];
export type Findings = S['reviews.Findings'];
export type Sheet = S['reviews.ReviewSheet'];
export type SheetMark = S['reviews.Review.Mark'];
export type GradingRow = S['gradings.GradingRow'];
export type OwnGrading = S['gradings.OwnGrading'];
export type ToCall = S['evaluations.ToCall'];
export type EvaluationFigures = S['evaluations.Figures'];
export type Asking = S['matters.Asking'];
export type Progress = S['matters.Progress'];
export type ColourName = S['ground.ColourName'];
export type MatterRow = S['matters.MatterRow'];
export type Matter = S['matters.Whole'];
export type CanMove = S['matters.May'];
export type CannotMove = S['matters.MayNot'];
export type Moves = S['matters.Moves'];
export type TrailEntry = S['matters.EntryLine'];
export type Trail = S['matters.TrailPage'];
export type ProofDay = S['matters.Day'];
export type Proof = S['matters.Proof'];
export type Deadline = S['matters.Limit'];
export type Link = S['matters.Linked'];
export type OwnData = S['matters.OwnData'];
export type Purpose = S['matters.Offered'];
export type Revealed = S['matters.Revealed'];
export type LookLine = S['matters.LookLine'];
export type AlikeLine = S['matters.Alike'];

export type Calendar = S['tasks.Days'];
export type CalendarDay = S['tasks.DayShown'];
export type StaffPerson = S['staff.Person'];
export type Joined = S['staff.Joined'];
export type Notices = S['matters.Known'];
export type ParametersFound = S['access.ParametersFound'];
export type ParameterShown = S['access.ParameterShown'];
export type ParameterEntry = S['access.ParameterEntry'];
export type Proposal = S['access.ProposalShown'];
export type NoticeSaid = S['matters.NoticeSaid'];
export type NoticePreview = S['matters.Shown'];
export type InboxRow = S['tasks.InboxRow'];
export type Inbox = S['tasks.InboxRow.Rows'];
export type Alert = S['alerts.Shown'];
export type Summary = S['alerts.Summary'];

export type Rings = S['stats.Rings'];
export type Figure = S['stats.Figure'];
export type Broken = S['stats.Broken'];
export type Group = S['stats.Group'];
export type RingWarnings = S['stats.Warnings'];
export type Register = S['imports.Register'];
export type RegisterState = S['imports.State'];
export type RegisterMapping = S['imports.Mapping'];
export type RegisterPreview = S['imports.Preview'];
export type RegisterFinding = S['imports.Finding'];
export type AllRolls = S['rolls.AllRolls'];
export type Roll = S['rolls.Roll'];
export type RollLine = S['rolls.LineShown'];
export type RollWhole = S['rolls.WholeLine'];
export type MatterRolls = S['rolls.OfMatter'];
export type AllowanceSheet = S['allowances.SheetRow'];
export type OwnAllowances = S['allowances.OwnSheets'];
export type OwnAllowanceLine = S['allowances.OwnLine'];
export type DemoMoved = S['demo.DemoMoved'];
export type DemoTampered = S['demo.Tampered'];
export type SearchFound = S['search.Found'];
export type SearchGroup = S['search.Hit.Group'];
export type SearchHit = S['search.Hit'];

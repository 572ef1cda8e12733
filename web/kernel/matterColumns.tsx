import { Link } from 'react-router';
import { DueBlock } from '../kit/Arch';
import { momentWords } from '../kit/days';
import { Status } from '../kit/Status';
import type { TableColumn } from '../kit/table/columns';
import type { MatterRow } from '../kit/wire';

function Parties({ row }: { row: MatterRow }) {
  return row.parties.map((name, at) => (
    <span key={at} className="nowrap">
      <span className="mask">{name}</span>
      {at < row.parties.length - 1 && '、'}
    </span>
  ));
}

function Title({ row }: { row: MatterRow }) {
  return (
    <>
      <Link to={`/desk/matters/${encodeURIComponent(row.id)}`}>{row.title}</Link>
      <small>
        {row.code}，{row.sceneTitle}
        {row.returns > 0 && `，退回过 ${row.returns} 次`}
      </small>
    </>
  );
}

/** What the list of matters may show, in this order; the book has the same names. */
export const MATTER_COLUMNS: TableColumn<MatterRow>[] = [
  {
    key: 'due',
    title: '法定期限',
    width: 'when',
    usual: true,
    wide: true,
    cell: (row) => (row.due ? <DueBlock due={row.due} /> : <span className="meta">没有法定期限</span>),
  },
  { key: 'title', title: '事项', fixed: true, wide: true, cell: (row) => <Title row={row} /> },
  { key: 'parties', title: '当事人', width: 110, usual: true, cell: (row) => <Parties row={row} /> },
  { key: 'stage', title: '环节', width: 108, usual: true, cell: (row) => row.stageTitle },
  {
    key: 'colour',
    title: '激化度',
    width: 106,
    usual: true,
    cell: (row) =>
      row.colour && (
        <Status plain tone={row.colour.name}>
          {row.colour.title}
        </Status>
      ),
  },
  {
    key: 'area',
    title: '地方',
    width: 120,
    usual: true,
    cell: (row) => (
      <>
        {row.area.name}
        <small className="second">{row.levelTitle}</small>
      </>
    ),
  },
  { key: 'agency', title: '承办单位', width: 140, cell: (row) => row.agency?.name },
  { key: 'category', title: '类别', width: 100, cell: (row) => row.category },
  { key: 'openedAt', title: '登记时间', width: 130, cell: (row) => momentWords(row.openedAt) },
  {
    key: 'returns',
    title: '退回次数',
    width: 88,
    numeric: true,
    cell: (row) => (
      <>
        <i className="col">退回次数</i>
        {row.returns}
      </>
    ),
  },
  { key: 'level', title: '层级', width: 72, cell: (row) => row.levelTitle },
];

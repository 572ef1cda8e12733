-- Holiday notices entered by people, on top of the tables that ship with the program.
create schema if not exists calendar;

create table calendar.notice (
    year       integer     not null check (year between 2007 and 2200),
    edition    integer     not null check (edition >= 1),
    number     text        not null check (number <> ''),
    issued     date,
    title      text        not null check (title <> ''),
    url        text        not null,
    entered_by text        not null check (entered_by <> ''),
    entered_at timestamptz not null,
    reason     text        not null check (reason <> ''),
    primary key (year, edition)
);
comment on table calendar.notice is
    'A paper as somebody entered it. The latest edition of a year replaces the days of earlier ones.';

create table calendar.day (
    year    integer not null,
    edition integer not null,
    date    date    not null,
    kind    text    not null check (kind in ('off', 'work')),
    name    text    not null check (name <> ''),
    primary key (year, edition, date),
    foreign key (year, edition) references calendar.notice (year, edition)
);
comment on table calendar.day is 'All days off and make-up working days of one edition.';

-- Public by nature: the notices are published law, every reader computes from the same days, no row concerns a person.
-- Who may enter one is decided by the caller; the grants below let nobody change or delete a row.
alter table calendar.notice enable row level security;
alter table calendar.notice force row level security;
create policy notice_is_public on calendar.notice using (true) with check (true);

alter table calendar.day enable row level security;
alter table calendar.day force row level security;
create policy day_is_public on calendar.day using (true) with check (true);

grant usage on schema calendar to maple_app, maple_job, maple_verifier;
grant select on calendar.notice, calendar.day to maple_app, maple_job, maple_verifier;
grant insert on calendar.notice, calendar.day to maple_app;

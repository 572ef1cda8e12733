-- Allowances of mediators: a sheet of a town and month, its lines, what mediators object to.
create schema allowances;
grant usage on schema allowances to maple_app, maple_job, maple_verifier;

create table allowances.sheet (
    matter      uuid primary key,
    code        text not null,
    office      uuid not null,
    office_name text not null,
    area        text not null,
    -- its first day
    month       date not null,
    -- whether every line is looked into, because it was sent back
    whole       boolean not null default false,
    sent_back   text,
    shown_at    timestamptz,
    -- the last day on which mediators may object
    shown_until date,
    -- what was fixed before the root of the log that made the seed was known
    plan        text,
    log_size    bigint,
    root        text,
    seed        text,
    approver    uuid,
    approved_on date,
    voucher     text,
    paid_on     date,
    dropped     text
);
create unique index sheet_once on allowances.sheet (office, month);
call ground.wall('allowances.sheet');

-- A file on a sheet. PAYABLE, HELD with its reasons, OUT by a person or a check, BACK: a sum of an earlier sheet that
-- is taken back once somebody has confirmed it.
create table allowances.line (
    matter        uuid not null,
    no            int not null,
    about         uuid not null,
    code          text not null,
    closed        date not null,
    category      text not null,
    -- whoever wrote down the agreement as the file was listed
    doer          uuid,
    form          text,
    -- the line of the register, and the member of staff where they have an account
    mediator      uuid,
    mediator_name text,
    staff         uuid,
    weight        text,
    why_weight    text,
    -- everybody who ever graded it or settled it otherwise, and who ever looked into it: nobody is taken off again
    graders       uuid[] not null default '{}',
    checkers      uuid[] not null default '{}',
    state         text not null,
    why           text,
    -- how often the file was paid and taken back before
    round         int not null,
    amount        numeric(12, 2) not null,
    -- of what is taken back: the sheet that paid it; confirmed or dropped by a person, empty until then
    earlier       text,
    confirmed     boolean,
    drawn         boolean not null default false,
    result        text,
    result_why    text,
    checker       uuid,
    primary key (matter, no),
    check (state in ('PAYABLE', 'HELD', 'OUT', 'BACK')),
    check (state in ('PAYABLE', 'BACK') or amount = 0),
    check ((state = 'BACK') = (earlier is not null))
);
-- nothing is paid twice, and nothing taken back twice
create unique index line_once on allowances.line (about, round) where state = 'PAYABLE';
create unique index line_back_once on allowances.line (about, round) where state = 'BACK';
create index line_about on allowances.line (about);
create index line_staff on allowances.line (staff) where staff is not null;
call ground.wall('allowances.line');

create table allowances.objection (
    matter   uuid not null,
    no       int not null,
    line     int not null,
    day      date not null,
    reason   text not null,
    decider  uuid,
    upheld   boolean,
    decision text,
    primary key (matter, no)
);
call ground.wall('allowances.objection');

-- Whether there is a sheet already, also beyond the asker's reach.
do $$ begin
    execute format('create policy definer on allowances.sheet for select to %I using (true)', current_user);
end $$;
create function allowances.taken(of_office uuid, since date) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (select from allowances.sheet s where s.office = of_office and s.month = since)
$$;
revoke execute on function allowances.taken from public;
grant execute on function allowances.taken to maple_app, maple_job;

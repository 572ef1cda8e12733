-- Old registers that officers bring in through the pages: the file sealed, how its columns are read, what came of it.
create table imports.register (
    id          uuid primary key,
    agency      uuid not null,
    by_staff    uuid not null,
    by_name     text not null,
    file        text not null,
    digest      bytea not null,
    size        int not null,
    -- sealed under a key of its own, which the master key seals; nothing once the file is deleted
    content     bytea,
    wrapped     bytea,
    master      text,
    state       text not null
                check (state in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
    mapping     jsonb,
    batch       uuid,
    -- of the check, the run or the undoing that goes on, or went on last
    lines       int not null default 0,
    done        int not null default 0,
    good        int not null default 0,
    refused     int not null default 0,
    likely      int not null default 0,
    problem     text,
    -- whose process is at it until when; another one goes on after that
    leased_until timestamptz,
    uploaded_at timestamptz not null,
    changed_at  timestamptz not null,
    check ((content is null) = (wrapped is null) and (wrapped is null) = (master is null))
);
create index register_agency on imports.register (agency, id desc);
create index register_going on imports.register (changed_at) where state in ('CHECKING', 'RUNNING', 'UNDOING');
alter table imports.register enable row level security;
alter table imports.register force row level security;
create policy jobs on imports.register to maple_job using (true) with check (true);
create policy verifier on imports.register for select to maple_verifier using (true);
grant select, insert, update, delete on imports.register to maple_job;
grant select on imports.register to maple_verifier;

-- What a check, a run or an undoing has to say of a line: why it is refused, what it is like, why it stays.
create table imports.finding (
    register uuid not null references imports.register on delete cascade,
    no       int not null,
    kind     text not null check (kind in ('REFUSED', 'LIKELY', 'KEPT')),
    -- the number of the matter or line it is like, or of the matter that stays
    other    text,
    reasons  jsonb not null default '[]',
    primary key (register, no, kind)
);
alter table imports.finding enable row level security;
alter table imports.finding force row level security;
create policy jobs on imports.finding to maple_job using (true) with check (true);
create policy verifier on imports.finding for select to maple_verifier using (true);
grant select, insert, update, delete on imports.finding to maple_job;
grant select on imports.finding to maple_verifier;

-- How an office reads its registers, under a name; an older version stays.
create table imports.mapping (
    agency  uuid not null,
    name    text not null,
    version int not null,
    scene   text not null,
    content jsonb not null,
    by_name text not null,
    at      timestamptz not null,
    primary key (agency, name, version)
);
alter table imports.mapping enable row level security;
alter table imports.mapping force row level security;
create policy jobs on imports.mapping to maple_job using (true) with check (true);
create policy verifier on imports.mapping for select to maple_verifier using (true);
grant select, insert on imports.mapping to maple_job;
grant select on imports.mapping to maple_verifier;

-- Gradings of mediators: what was counted, contested, found and decided. No names of parties.
create schema gradings;
grant usage on schema gradings to maple_app, maple_job, maple_verifier;

create table gradings.grading (
    matter      uuid primary key,
    -- the mediator's line in the register
    line        uuid not null,
    year        int not null,
    name        text not null,
    area        text not null,
    area_name   text not null,
    reason      text,
    supervising uuid not null,
    -- the member of staff whose files were looked for; null: none in the register
    staff       uuid,
    -- the closed files of the year, in order of id
    behind      uuid[] not null default '{}',
    -- whether the system is to count, and how often it has
    waiting     boolean not null default true,
    counts      int not null default 0,
    counted_on  date,
    points      numeric(5, 2),
    -- what the known factors could have given
    out_of      int,
    suggested   text,
    edition     text,
    -- who has prepared it: none of them decides
    hands       uuid[] not null default '{}',
    shown_on    date,
    contest_to  date,
    -- why what was decided is looked at again
    revised     text,
    dropped     text
);
-- one that was dropped may be begun again by hand
create unique index grading_once on gradings.grading (line, year) where dropped is null;
create index grading_line on gradings.grading (line, year);
create index grading_waiting on gradings.grading (matter) where waiting;
call ground.wall('gradings.grading');

-- A factor as it was counted, and as it was put right after a contest.
create table gradings.factor (
    matter      uuid not null,
    factor      text not null,
    share       numeric(7, 6),
    words       text not null,
    right_share numeric(7, 6),
    right_words text,
    points      numeric(5, 2) not null default 0,
    worth       int not null default 0,
    primary key (matter, factor)
);
call ground.wall('gradings.factor');

create table gradings.contest (
    matter     uuid not null,
    no         int not null,
    factor     text not null,
    words      text not null,
    wanted     text not null,
    day        date not null,
    -- how it was received, where somebody wrote it down for the mediator, and who
    received   text,
    written_by uuid,
    upheld     boolean,
    answer     text,
    answered   date,
    primary key (matter, no)
);
call ground.wall('gradings.contest');

create table gradings.breach (
    matter   uuid not null,
    no       int not null,
    item     text not null,
    paper    text not null,
    day      date not null,
    office   text not null,
    reason   text not null,
    struck   text,
    primary key (matter, no)
);
call ground.wall('gradings.breach');

-- Every decision; a later one takes the place of the one before.
create table gradings.decision (
    matter   uuid not null,
    no       int not null,
    grade    text not null,
    reason   text,
    paper    text not null,
    day      date not null,
    by       uuid not null,
    by_name  text not null,
    -- when it was carried into the register, and what came of it
    recorded date,
    outcome  text,
    primary key (matter, no)
);
create index decision_waiting on gradings.decision (matter) where recorded is null;
call ground.wall('gradings.decision');

-- Whether there is one already, also beyond the asker's reach.
do $$ begin
    execute format('create policy definer on gradings.grading for select to %I using (true)', current_user);
    execute format('create policy definer on gradings.decision for select to %I using (true)', current_user);
end $$;
create function gradings.taken(mediator uuid, of_year int) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (select from gradings.grading g where g.line = mediator and g.year = of_year and g.dropped is null)
$$;
revoke execute on function gradings.taken from public;
grant execute on function gradings.taken to maple_app, maple_job;

-- Whether a paper is the ground of a decision about this mediator, also beyond the asker's reach.
create function gradings.decided(mediator uuid, number text) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (select from gradings.grading g
                     join gradings.decision d on d.matter = g.matter
                    where g.line = mediator and d.paper = number)
$$;
revoke execute on function gradings.decided from public;
grant execute on function gradings.decided to maple_app, maple_job;

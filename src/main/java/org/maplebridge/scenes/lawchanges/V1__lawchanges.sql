-- Editions of laws that change what the program cites: what is to be looked through, and what became of each place.
create schema lawchanges;
grant usage on schema lawchanges to maple_app, maple_job, maple_verifier;

create table lawchanges.revision (
    matter     uuid primary key,
    edition    uuid not null,
    before     uuid not null,
    law        uuid not null,
    law_name   text not null,
    passed     date not null,
    -- its first day in force
    from_day   date not null,
    -- how many articles of it read otherwise
    changed    int not null,
    -- the day it was opened on
    opened_on  date not null,
    submitter  uuid,
    submitted  text,
    confirmer  uuid,
    confirmed  text,
    sent_back  text,
    settled    text,
    withdrawn  text,
    reopened   text
);
-- an edition is looked through once, whatever is imported again
create unique index revision_once on lawchanges.revision (edition);
create index revision_law on lawchanges.revision (law);
call ground.wall('lawchanges.revision');

-- A place that cites an article which changed. The texts are kept: what was looked at is what stands here.
create table lawchanges.line (
    matter       uuid not null,
    no           int not null,
    kind         text not null,
    place        text not null,
    title        text not null,
    -- as it is written there
    cited        text not null,
    -- of the article, as it is cited
    label        text not null,
    change       text not null,
    before_label text,
    before_text  text,
    after_label  text,
    after_text   text,
    -- how many limits ran by it when this was opened, and in which matters, the nearest first
    counted      int not null,
    about        uuid[] not null,
    primary key (matter, no)
);
call ground.wall('lawchanges.line');

-- What was said of a line; the last holds.
create table lawchanges.mark (
    matter uuid not null,
    line   int not null,
    no     int not null,
    result text not null,
    reason text not null,
    -- which version, file or decision
    done   text,
    by_day date,
    person uuid not null,
    name   text not null,
    at     timestamptz not null,
    primary key (matter, line, no)
);
call ground.wall('lawchanges.mark');

-- Editions that came in and what became of it: written with the edition, worked on afterwards. Speaks of laws only.
create table lawchanges.heard (
    edition  uuid primary key,
    before   uuid not null,
    law      text not null,
    heard_at timestamptz not null,
    -- the matter that came of it
    opened   uuid,
    -- whether nothing more is to be done: linked, or nothing cites it
    settled  boolean not null default false,
    try_at   timestamptz not null
);
create index heard_open on lawchanges.heard (try_at) where not settled;
alter table lawchanges.heard enable row level security;
alter table lawchanges.heard force row level security;
create policy jobs on lawchanges.heard to maple_job using (true) with check (true);
create policy verifier on lawchanges.heard for select to maple_verifier using (true);
grant select, insert, update on lawchanges.heard to maple_job;
grant select on lawchanges.heard to maple_verifier;

-- Whether an edition is being looked through, whoever may see it.
do $$ begin
    execute format('create policy definer on lawchanges.revision for select to %I using (true)', current_user);
end $$;
create function lawchanges.taken(asked uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (select from lawchanges.revision r where r.edition = asked)
$$;
revoke execute on function lawchanges.taken from public;
grant execute on function lawchanges.taken to maple_app, maple_job;

-- A file whose original is shown to its own office alone: why. Null says that it is shown to whoever sees the matter.
alter table evidence.file add column restricted text;

-- What somebody has named as their reason to take a file in hand; null if they named none.
alter table evidence.reading add column purpose text;

-- A file goes from hand to hand: to a colleague, to an agency, or to somebody without an account here. One row for each
-- time; whoever gets it signs or sends it back. Changed by verbs only, so every step is an entry of the trail.
create table evidence.handing (
    matter      uuid not null,
    no          int not null,
    step        int not null,
    way         text not null,
    staff       uuid,
    agency      uuid,
    outside     text,
    why         text not null,
    handed_at   timestamptz not null,
    handed_by   text not null,
    answer      text,
    answered_at timestamptz,
    answered_by text,
    primary key (matter, no, step)
);
call ground.wall('evidence.handing');

-- erasure by order
grant delete on evidence.handing to maple_job;

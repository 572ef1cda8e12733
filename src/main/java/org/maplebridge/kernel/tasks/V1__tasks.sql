-- Tasks: which office, which post and who has an open matter on the desk. Written with each move; what happened is in
-- the trail. Claiming changes nobody's sight of a matter and is kept here only.
create schema if not exists tasks;
grant usage on schema tasks to maple_app, maple_job, maple_verifier;

create table tasks.task (
    id         uuid primary key,
    matter     uuid not null,
    domain     text not null,
    agency     uuid not null,
    post       uuid,
    state      text not null check (state in ('OPEN', 'CLAIMED', 'DONE')),
    stage      text not null,
    -- 'infinity' where no limit runs, so that a key of (due, id) pages through all of them
    due        timestamptz not null,
    since      timestamptz not null,
    staff      uuid,
    claimed_at timestamptz,
    done_at    timestamptz,
    check ((state = 'CLAIMED') = (staff is not null and done_at is null) or state = 'DONE'),
    check ((state = 'DONE') = (done_at is not null))
);
-- one open task for each matter
create unique index task_open on tasks.task (matter) where state <> 'DONE';
create index task_matter on tasks.task (matter);
-- the inbox: one range for each unit and state, the earliest limit first
create index task_office on tasks.task (agency, domain, state, due, id) where state <> 'DONE' and post is null;
create index task_desk on tasks.task (post, domain, state, due, id) where state <> 'DONE' and post is not null;
create index task_staff on tasks.task (staff, due, id) where state = 'CLAIMED';
call ground.wall('tasks.task');

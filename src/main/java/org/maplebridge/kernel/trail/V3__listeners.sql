-- How far each listener has heard the log: the number of the last entry whose effect is committed. A listener's effect
-- and its place here are one transaction.
create table trail.listener (
    name     text primary key,
    heard    bigint not null,
    -- what stands in its way: how often it has failed at the next entry, with what kind of failure, when it tries again
    tries    int not null default 0,
    failure  text,
    again_at timestamptz
);
alter table trail.listener enable row level security;
alter table trail.listener force row level security;
create policy jobs on trail.listener to maple_job using (true) with check (true);
create policy verifier on trail.listener for select to maple_verifier using (true);
grant select, insert, update on trail.listener to maple_job;
grant select on trail.listener to maple_verifier;

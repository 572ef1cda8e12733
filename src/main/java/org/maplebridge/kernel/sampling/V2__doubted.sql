-- Files that were handed to reviewers because something about how they ended looks doubtful, and how many doubts there
-- were then: another one later is another reason to look.
create table sampling.doubted (
    about     uuid primary key,
    agency    uuid,
    doubts    int not null,
    handed_at timestamptz not null,
    dropped   text
);
create index doubted_lately on sampling.doubted (agency, handed_at);
alter table sampling.doubted enable row level security;
alter table sampling.doubted force row level security;
create policy jobs on sampling.doubted to maple_job using (true) with check (true);
create policy verifier on sampling.doubted for select to maple_verifier using (true);
grant select, insert, update on sampling.doubted to maple_job;
grant select on sampling.doubted to maple_verifier;

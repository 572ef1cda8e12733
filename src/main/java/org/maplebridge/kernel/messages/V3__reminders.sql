-- Limits of which parties are reminded because they end soon. Each end once; what is done is done.
create table messages.reminder (
    about     uuid not null,
    no        int not null,
    due       timestamptz not null,
    parameter text not null,
    done_at   timestamptz,
    primary key (about, no, due)
);
create index reminder_waiting on messages.reminder (due) where done_at is null;
alter table messages.reminder enable row level security;
alter table messages.reminder force row level security;
create policy jobs on messages.reminder to maple_job using (true) with check (true);
create policy verifier on messages.reminder for select to maple_verifier using (true);
grant select, insert, update, delete on messages.reminder to maple_job;
grant select on messages.reminder to maple_verifier;

-- What people have changed in the numbers. The numbers a release brings lie in its data files.
create schema if not exists parameters;
grant usage on schema parameters to maple_app, maple_job, maple_verifier;

create table parameters.edit (
    id           uuid primary key,
    name         text not null,
    area         text,
    value        text not null check (char_length(value) between 1 and 500),
    first_day    date not null,
    last_day     date,
    article      text,
    verification text not null check (verification in ('TEXT_CHECKED', 'LOCAL_DEFAULT', 'UNVERIFIED')),
    author       uuid not null,
    author_name  text not null,
    reason       text not null check (char_length(reason) between 2 and 500),
    recorded_at  timestamptz not null,
    key          text not null,
    check (last_day >= first_day),
    check (article is not null or verification = 'LOCAL_DEFAULT'),
    unique (author, key)
);
alter table parameters.edit enable row level security;
alter table parameters.edit force row level security;
-- public by nature: by which number somebody is judged
create policy everyone on parameters.edit for select using (true);
-- a county overrides within its own area only
create policy within on parameters.edit for insert to maple_app
    with check (area is not null and orgs.within(area));
create policy jobs on parameters.edit for insert to maple_job with check (true);
-- no update, no delete: a wrong number is followed by a right one
grant select on parameters.edit to maple_app, maple_job, maple_verifier;
grant insert on parameters.edit to maple_app, maple_job;
create trigger touched after insert or update or delete on parameters.edit
    for each statement execute function ground.touch();

-- Nobody changes a number alone: one legal officer proposes, another decides. Only what was approved gets into
-- parameters.edit through the program's own role.
create table parameters.proposal (
    id           uuid primary key,
    name         text not null,
    area         text not null,
    value        text not null check (char_length(value) between 1 and 500),
    first_day    date not null,
    last_day     date,
    article      text,
    verification text not null check (verification in ('TEXT_CHECKED', 'LOCAL_DEFAULT', 'UNVERIFIED')),
    author       uuid not null,
    author_name  text not null,
    reason       text not null check (char_length(reason) between 2 and 500),
    proposed_at  timestamptz not null,
    key          text not null,
    state        text not null default 'OPEN' check (state in ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    decided_by   uuid,
    decided_name text,
    decided_at   timestamptz,
    words        text check (char_length(words) between 2 and 500),
    check (last_day >= first_day),
    check (article is not null or verification = 'LOCAL_DEFAULT'),
    check (num_nulls(decided_by, decided_name, decided_at) = case state when 'OPEN' then 3 else 0 end),
    check (state not in ('APPROVED', 'REFUSED') or decided_by <> author),
    check (state <> 'WITHDRAWN' or decided_by = author),
    check (state <> 'REFUSED' or words is not null),
    unique (author, key)
);
create index proposal_newest on parameters.proposal (proposed_at desc);
alter table parameters.proposal enable row level security;
alter table parameters.proposal force row level security;
create policy within on parameters.proposal for select to maple_app using (orgs.within(area));
create policy jobs on parameters.proposal for select to maple_job, maple_verifier using (true);
-- everybody in their own name: who proposes is who is signed in, and so is who decides
create policy own on parameters.proposal for insert to maple_app
    with check (orgs.within(area) and author::text = current_setting('maple.principal', true) and state = 'OPEN');
create policy decided on parameters.proposal for update to maple_app
    using (orgs.within(area) and state = 'OPEN')
    with check (orgs.within(area) and decided_by::text = current_setting('maple.principal', true));
-- a decision is final, and nothing of what was proposed changes
grant select on parameters.proposal to maple_app, maple_job, maple_verifier;
grant insert on parameters.proposal to maple_app;
grant update (state, decided_by, decided_name, decided_at, words) on parameters.proposal to maple_app;

alter table parameters.edit
    add column proposal      uuid unique references parameters.proposal,
    add column approver      uuid,
    add column approver_name text,
    add check (num_nulls(proposal, approver, approver_name) in (0, 3)),
    add check (approver <> author);

drop policy within on parameters.edit;
create policy approved on parameters.edit for insert to maple_app with check (
    area is not null
    and orgs.within(area)
    and exists (
        select
          from parameters.proposal p
         where p.id = edit.proposal
           and p.state = 'APPROVED'
           and (p.name, p.area, p.value, p.first_day, p.verification, p.author, p.decided_by)
             = (edit.name, edit.area, edit.value, edit.first_day, edit.verification, edit.author, edit.approver)
           and p.last_day is not distinct from edit.last_day
           and p.article is not distinct from edit.article
    )
);

-- Who wants the list of the day by mail, too, and what became of it. Off until somebody asks for it.
create table messages.digest (
    -- the person
    id          uuid primary key,
    -- the address, sealed and bound to the person
    sealed      bytea not null,
    key_version text not null,
    since       timestamptz not null
);
alter table messages.digest enable row level security;
alter table messages.digest force row level security;
create policy own on messages.digest to maple_app
    using (id::text = current_setting('maple.principal', true))
    with check (id::text = current_setting('maple.principal', true));
create policy jobs on messages.digest to maple_job using (true) with check (true);
create policy verifier on messages.digest for select to maple_verifier using (true);
grant select, insert, update, delete on messages.digest to maple_app;
grant select, update, delete on messages.digest to maple_job;
grant select on messages.digest to maple_verifier;

-- One try a day: what failed waits for the next morning, so that a broken gateway is not asked again and again.
create table messages.digest_way (
    person text not null,
    day    date not null,
    state  text not null check (state in ('SENDING', 'SENT', 'FAILED', 'UNWANTED', 'NO_WAY')),
    at     timestamptz not null,
    primary key (person, day)
);
alter table messages.digest_way enable row level security;
alter table messages.digest_way force row level security;
create policy own on messages.digest_way for select to maple_app
    using (person = current_setting('maple.principal', true));
create policy jobs on messages.digest_way to maple_job using (true) with check (true);
create policy verifier on messages.digest_way for select to maple_verifier using (true);
grant select on messages.digest_way to maple_app, maple_verifier;
grant select, insert, update on messages.digest_way to maple_job;

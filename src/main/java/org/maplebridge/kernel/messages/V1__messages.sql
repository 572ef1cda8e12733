-- Messages: what officers and parties are told, how it got there, and whom to call where it did not.
create schema if not exists messages;
grant usage on schema messages to maple_app, maple_job, maple_verifier;

-- To officers, by the unit of their office or desk. Says nothing of the matter itself: that is read through the eyes of
-- whoever opens it.
create table messages.note (
    id     uuid primary key,
    about  uuid not null,
    seq    int not null,
    unit   text not null,
    domain text not null,
    words  text not null,
    actor  text not null,
    unique (about, seq, unit, words)
);
create index note_unit on messages.note (unit, domain, id);
alter table messages.note enable row level security;
alter table messages.note force row level security;
create policy addressed on messages.note for select to maple_app
    using ((unit || '|' || domain) = any ((select ground.scope())::text[])
           and exists (select from ground.reach r where r.matter = note.about));
create policy jobs on messages.note to maple_job using (true) with check (true);
create policy verifier on messages.note for select to maple_verifier using (true);
grant select on messages.note to maple_app, maple_verifier;
grant select, insert, delete on messages.note to maple_job;

-- Who has read what.
create table messages.seen (
    note   uuid not null,
    person text not null,
    at     timestamptz not null,
    primary key (note, person)
);
alter table messages.seen enable row level security;
alter table messages.seen force row level security;
create policy own on messages.seen to maple_app
    using (person = current_setting('maple.principal', true))
    with check (person = current_setting('maple.principal', true));
create policy jobs on messages.seen to maple_job using (true) with check (true);
create policy verifier on messages.seen for select to maple_verifier using (true);
grant select, insert on messages.seen to maple_app;
grant select, delete on messages.seen to maple_job;
grant select on messages.seen to maple_verifier;

-- To parties. Address and words are sealed under the key of the matter and go with it.
create table messages.message (
    id         uuid primary key,
    about      uuid not null,
    seq        int not null,
    party      int not null,
    persona    uuid not null,
    agency     uuid,
    channel    text not null,
    sealed     bytea,
    urgent     boolean not null,
    careful    boolean not null,
    state      text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'CALL', 'WRONG', 'UNREACHED',
                                              'TOLD', 'REPLACED', 'ENDED')),
    why        text not null default '',
    tries      int not null default 0,
    next_at    timestamptz not null,
    created_at timestamptz not null,
    sent_at    timestamptz,
    unique (about, seq, party)
);
create index message_about on messages.message (about, party, id);
create index message_due on messages.message (next_at, id) where state in ('QUEUED', 'SENDING', 'SENT');
create index message_call on messages.message (agency, id) where state in ('CALL', 'WRONG');
call ground.wall('messages.message', 'about');
grant delete on messages.message to maple_job;

-- What became of each on its way.
create table messages.delivery (
    id      uuid primary key,
    about   uuid not null,
    message uuid not null,
    at      timestamptz not null,
    what    text not null,
    detail  text not null
);
create index delivery_message on messages.delivery (message, id);
call ground.wall('messages.delivery', 'about');
revoke update on messages.delivery from maple_app, maple_job;
grant delete on messages.delivery to maple_job;

-- Matters in which a message may put somebody in danger.
create table messages.careful (
    about uuid primary key,
    since timestamptz not null
);
alter table messages.careful enable row level security;
alter table messages.careful force row level security;
create policy jobs on messages.careful to maple_job using (true) with check (true);
create policy verifier on messages.careful for select to maple_verifier using (true);
grant select, insert, delete on messages.careful to maple_job;
grant select on messages.careful to maple_verifier;

-- Facts of a matter, by verbs only: who wants no messages, who was called and what came of it.
create table messages.mute (
    matter  uuid not null,
    persona uuid not null,
    muted   boolean not null,
    at      timestamptz not null,
    primary key (matter, persona)
);
call ground.wall('messages.mute');
grant delete on messages.mute to maple_job;

create table messages.call (
    matter uuid not null,
    no     int not null,
    party  int not null,
    result text not null,
    note   text,
    at     timestamptz not null,
    primary key (matter, no)
);
call ground.wall('messages.call');
grant delete on messages.call to maple_job;

-- The list of the day that somebody was sent: how much stood in each part, nothing of what.
create table messages.morning (
    person  text not null,
    day     date not null,
    counts  jsonb not null,
    at      timestamptz not null,
    primary key (person, day)
);
alter table messages.morning enable row level security;
alter table messages.morning force row level security;
create policy own on messages.morning for select to maple_app
    using (person = current_setting('maple.principal', true));
create policy jobs on messages.morning to maple_job using (true) with check (true);
create policy verifier on messages.morning for select to maple_verifier using (true);
grant select on messages.morning to maple_app, maple_verifier;
grant select, insert on messages.morning to maple_job;

-- What else is kept of a dispute: by which channel it came and what was answered, instalments, what was done against
-- danger, the police's waiver, who was asked to help, what looks doubtful, and how it was before it was opened again.
create table disputes.channel (
    matter      uuid primary key,
    source      text not null,
    sender      text,
    reference   text,
    received    date not null,
    told        date,
    told_how    text,
    reported    date,
    report      text,
    report_sign text
);
call ground.wall('disputes.channel');

create table disputes.instalment (
    matter uuid not null,
    no     int not null,
    day    date not null,
    amount numeric(14, 2) not null,
    what   text,
    primary key (matter, no)
);
call ground.wall('disputes.instalment');

create table disputes.safety (
    matter uuid not null,
    no     int not null,
    kind   text not null,
    at     timestamptz not null,
    office text,
    sign   text,
    note   text,
    primary key (matter, no)
);
call ground.wall('disputes.safety');

create table disputes.waiver (
    matter     uuid primary key,
    asked_on   date not null,
    asked_by   text not null,
    decision   text,
    decided_on date,
    sign       text,
    reason     text
);
call ground.wall('disputes.waiver');

create table disputes.invitation (
    matter uuid not null,
    no     int not null,
    agency uuid not null,
    office text not null,
    force  text not null,
    what   text not null,
    primary key (matter, no)
);
call ground.wall('disputes.invitation');

create table disputes.doubt (
    matter    uuid not null,
    no        int not null,
    kind      text not null,
    words     text not null,
    explained text not null,
    primary key (matter, no)
);
call ground.wall('disputes.doubt');

create table disputes.reopening (
    matter  uuid not null,
    no      int not null,
    ground  text not null,
    words   text not null,
    earlier jsonb not null,
    primary key (matter, no)
);
call ground.wall('disputes.reopening');

-- what was agreed, done and thought of it goes into `reopening.earlier`
grant delete on disputes.agreement, disputes.confirmation, disputes.performance, disputes.evaluation,
    disputes.instalment, disputes.waiver to maple_app, maple_job;

-- How many of these are about the same sum and kind of thing: counts beyond the asker's reach, shows none.
do $$ begin
    execute format('create policy definer on disputes.dispute for select to %I using (true)', current_user);
    execute format('create policy definer on disputes.agreement for select to %I using (true)', current_user);
end $$;
create function disputes.same_thing(asked uuid, others uuid[]) returns int
    language sql stable security definer set search_path = '' as $$
    select count(*)::int
      from disputes.dispute me
      join disputes.dispute o
        on o.matter = any (others) and o.category = me.category and o.amount is not distinct from me.amount
     where me.matter = asked
$$;
-- Agreements in the same words.
create index agreement_words on disputes.agreement (md5(content));
create function disputes.same_words(asked uuid) returns int
    language sql stable security definer set search_path = '' as $$
    select count(*)::int
      from disputes.agreement me
      join disputes.agreement o on md5(o.content) = md5(me.content) and o.matter <> me.matter
     where me.matter = asked
$$;
revoke execute on function disputes.same_thing, disputes.same_words from public;
grant execute on function disputes.same_thing, disputes.same_words to maple_app, maple_job;

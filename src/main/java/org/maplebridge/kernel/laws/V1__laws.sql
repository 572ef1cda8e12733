-- Texts of the law. Public by nature: no row speaks of a matter or a person.
create schema if not exists laws;
grant usage on schema laws to maple_app, maple_job, maple_verifier;

create table laws.law (
    id       uuid primary key,
    -- its name as far as it tells laws apart: what every edition of it shares
    key      text not null unique,
    name     text not null check (char_length(name) between 1 and 400),
    -- what people call it for short
    called   text[] not null,
    -- first letters in pinyin of all of these, divided by blanks
    initials text not null,
    level    text not null,
    branch   text not null,
    -- empty for the whole country, else a path such as 33.07
    area     text not null
);

create table laws.edition (
    id          uuid primary key,
    law         uuid not null references laws.law,
    -- when it was passed or published, as the file says
    passed      date not null,
    from_day    date not null,
    -- whether the text says the day, or the day of passing stands for it
    from_stated boolean not null,
    -- first day no longer in force
    until       date,
    -- the law that repealed it, where it was no later edition
    repealed_by text,
    digest      bytea not null,
    source      text not null,
    notes       text[] not null,
    articles    int not null,
    provisions  int not null,
    unique (law, passed)
);

create table laws.provision (
    id       uuid primary key,
    edition  uuid not null references laws.edition,
    place    int not null,
    -- 0 for what is no article
    number   int not null,
    suffix   int not null,
    label    text not null,
    -- part, chapter, section: one a line
    headings text not null,
    -- paragraphs and items: one a line
    text     text not null,
    unique (edition, place)
);
create index provision_number on laws.provision (edition, number, suffix);

-- Which articles a provision names; of which edition is a question of the day.
create table laws.citation (
    provision uuid not null references laws.provision,
    place     int not null,
    law_key   text not null,
    law_name  text not null,
    number    int not null,
    suffix    int not null,
    primary key (provision, place)
);
create index citation_cited on laws.citation (law_key, number, suffix);

-- Which laws an edition repeals, and from when.
create table laws.repeal (
    edition uuid not null references laws.edition,
    law_key text not null,
    day     date not null,
    primary key (edition, law_key)
);
create index repeal_of on laws.repeal (law_key);

-- What came in and what changed, in the order of commits: each process keeps its index in step by it.
create table laws.change (
    no      bigint generated always as identity primary key,
    edition uuid not null references laws.edition
);

create table laws.run (
    id             uuid primary key,
    started_at     timestamptz not null,
    ended_at       timestamptz,
    state          text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    -- the name of the folder, not where it lies
    folder         text not null,
    -- of names, sizes and times of its files: the same again needs no reading
    fingerprint    bytea not null,
    files          int not null,
    done           int not null default 0,
    laws           int not null default 0,
    editions       int not null default 0,
    articles       int not null default 0,
    unchanged      int not null default 0,
    refused        int not null default 0,
    words_ready_ms bigint
);

create table laws.finding (
    run  uuid not null references laws.run,
    no   int not null,
    kind text not null check (kind in ('REFUSED', 'NOTICE')),
    file text not null,
    line int not null,
    what text not null,
    next text not null,
    primary key (run, no)
);

-- How often the law was asked. What was asked is not kept.
create table laws.asked (
    day   date not null,
    kind  text not null,
    times int not null,
    primary key (day, kind)
);

do $$
declare
    kept text;
begin
    foreach kept in array array['law', 'edition', 'provision', 'citation', 'repeal', 'change', 'run', 'finding',
                                'asked'] loop
        execute format('alter table laws.%I enable row level security', kept);
        execute format('alter table laws.%I force row level security', kept);
        -- the law is public, and so is where its texts were read from
        execute format('create policy everybody on laws.%I for select to maple_app using (true)', kept);
        -- written by the import alone
        execute format('create policy jobs on laws.%I to maple_job using (true) with check (true)', kept);
        execute format('create policy verifier on laws.%I for select to maple_verifier using (true)', kept);
        execute format('grant select on laws.%I to maple_app, maple_job, maple_verifier', kept);
        execute format('grant insert on laws.%I to maple_job', kept);
    end loop;
end $$;
grant update (name, called, initials, level, branch, area) on laws.law to maple_job;
grant update (until, repealed_by) on laws.edition to maple_job;
grant update (ended_at, state, done, laws, editions, articles, unchanged, refused, words_ready_ms)
    on laws.run to maple_job;
grant update (times) on laws.asked to maple_job;

-- Files of matters. What they hold lies sealed in the data folder, under the id of its upload.
create schema if not exists evidence;
grant usage on schema evidence to maple_app, maple_job, maple_verifier;

-- One row for each file that was added; covered by the digest of the matter's entries, so changed by verbs only.
create table evidence.file (
    matter       uuid not null,
    no           int not null,
    blob         uuid not null,
    sha256       text not null,
    name         text not null,
    type         text not null,
    size         bigint not null,
    kind         text not null,
    about        jsonb not null,
    copy_of      int,
    by_party     uuid,
    sealed_key   text not null,
    scanned      text not null,
    added_at     timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn    text,
    primary key (matter, no)
);
create unique index file_blob on evidence.file (blob);
create index file_hash on evidence.file (matter, sha256);
call ground.wall('evidence.file');

-- What is on its way. `about` is the matter it is for: it is no fact of that matter yet.
create table evidence.upload (
    id         uuid primary key,
    about      uuid not null,
    principal  text not null,
    name       text not null,
    size       bigint not null,
    sha256     text not null,
    type       text,
    sealed_key text not null,
    received   bigint not null default 0,
    scanned    text,
    begun_at   timestamptz not null,
    done       boolean not null default false
);
create index upload_about on evidence.upload (about, sha256);
create index upload_open on evidence.upload (principal) where not done;
create index upload_begun on evidence.upload (begun_at);
call ground.wall('evidence.upload', 'about');
grant delete on evidence.upload to maple_app, maple_job;

-- Who has had a file in hand: every look at its content.
create table evidence.reading (
    id     uuid primary key,
    about  uuid not null,
    no     int not null,
    at     timestamptz not null,
    actor  text not null,
    post   uuid,
    agency uuid
);
create index reading_about on evidence.reading (about, no, at);
call ground.wall('evidence.reading', 'about');
revoke update on evidence.reading from maple_app, maple_job;

-- erasure by order
grant delete on evidence.file to maple_job;

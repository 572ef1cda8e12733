-- Reviews of files: who looked, what each marked, what was found, answered and put right.
create schema reviews;
grant usage on schema reviews to maple_app, maple_job, maple_verifier;

create table reviews.review (
    matter       uuid primary key,
    subject      uuid not null,
    subject_code text not null,
    scene        text not null,
    reason       text not null,
    plan         uuid,
    handling     uuid,
    office       uuid not null,
    -- whoever had a hand in the file
    handlers     uuid[] not null,
    first        uuid,
    -- SM3 of the first one's marks: given before the second one's, opened with them
    first_hash   text,
    second       uuid,
    arbiter      uuid,
    concluded_on date,
    objector     uuid,
    objection    text,
    decider      uuid,
    decision     text,
    rectifier    uuid,
    rectified    text,
    confirmer    uuid,
    confirmed    text
);
create index review_subject on reviews.review (subject);
create index review_concluded on reviews.review (concluded_on) where concluded_on is not null;
call ground.wall('reviews.review');

-- what each has marked, once both have: 1 the first, 2 the second, 3 who decided between them
create table reviews.mark (
    matter   uuid not null,
    who      int not null,
    question text not null,
    result   text not null,
    words    text,
    primary key (matter, who, question)
);
call ground.wall('reviews.mark');

create table reviews.defect (
    matter   uuid not null,
    question text not null,
    severity text not null,
    words    text not null,
    struck   boolean not null default false,
    primary key (matter, question)
);
call ground.wall('reviews.defect');

-- Marks that somebody is still at work on: nobody else's business, and no fact of the matter yet.
create table reviews.draft (
    about    uuid not null,
    reviewer uuid not null,
    marks    jsonb not null,
    saved_at timestamptz not null,
    given    boolean not null default false,
    primary key (about, reviewer)
);
call ground.wall('reviews.draft', 'about');

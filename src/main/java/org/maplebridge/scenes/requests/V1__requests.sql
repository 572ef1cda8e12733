-- Requests: what a party asked for, and the answer.
create schema requests;
grant usage on schema requests to maple_app, maple_job, maple_verifier;

create table requests.asked (
    matter  uuid primary key,
    kind    text not null,
    words   text not null,
    -- the matter it is about
    subject uuid,
    answer  text,
    article text
);
call ground.wall('requests.asked');

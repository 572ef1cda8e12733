-- Lessons: what was counted, what a person made of it, what was answered.
create schema lessons;
grant usage on schema lessons to maple_app, maple_job, maple_verifier;

create table lessons.lesson (
    matter          uuid primary key,
    -- the scene whose matters were counted, and by which metric
    scene           text not null,
    metric          text not null,
    area            text not null,
    area_name       text not null,
    category        text not null,
    category_name   text not null,
    -- its first day
    quarter         date not null,
    counted         bigint not null,
    before          bigint not null,
    of_all          bigint not null,
    of_all_before   bigint not null,
    cut_off         timestamptz not null,
    -- fewer than this are not compared
    compared_from   int not null,
    reason          text,
    -- the matters behind it, the newest first, as far as they are kept
    behind          uuid[] not null,
    supervising     uuid not null,
    causes          text,
    subjects        text,
    proposal        text,
    department      uuid,
    department_name text,
    sent_back       int not null default 0,
    pressed         boolean not null default false,
    judged          text,
    dropped         text
);
create unique index lesson_once on lessons.lesson (scene, area, category, quarter);
call ground.wall('lessons.lesson');

-- Every answer, and why it was not enough.
create table lessons.answer (
    matter   uuid not null,
    no       int not null,
    day      date not null,
    adopted  boolean not null,
    rule     text,
    in_force date,
    words    text not null,
    back     text,
    primary key (matter, no),
    check (adopted = (rule is not null)),
    check (adopted = (in_force is not null))
);
call ground.wall('lessons.answer');

-- Whether there is one already, also beyond the asker's reach.
do $$ begin
    execute format('create policy definer on lessons.lesson for select to %I using (true)', current_user);
end $$;
create function lessons.taken(from_scene text, place text, kind text, since date) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (select from lessons.lesson l
                    where l.scene = from_scene and l.area = place and l.category = kind and l.quarter = since)
$$;
revoke execute on function lessons.taken from public;
grant execute on function lessons.taken to maple_app, maple_job;

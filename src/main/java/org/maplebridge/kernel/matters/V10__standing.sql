-- Where a matter stands, as the reader's reach allows: for the lists of scenes, which would else ask for each row.
create view matters.standing with (security_invoker = true) as
    select m.id, m.stage from matters.matter m;
grant select on matters.standing to maple_app, maple_job, maple_verifier;

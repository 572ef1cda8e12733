-- Which closing of the file was reviewed. One that was opened again and closed a second time is another closing, also
-- on the same day: a review of the first says nothing of it. Of older reviews it is the last before the review began.
alter table reviews.review add column closing timestamptz;

drop function reviews.cleared(uuid);
create function reviews.cleared(file uuid) returns timestamptz
    language sql stable security definer set search_path = '' as $$
    select max(coalesce(r.closing, pg_catalog.uuid_extract_timestamp(r.matter)))
      from reviews.review r
     where r.subject = file and r.concluded_on is not null
       and not exists (select from reviews.defect d
                        where d.matter = r.matter and not d.struck and d.severity = 'SERIOUS')
$$;
revoke execute on function reviews.cleared from public;
grant execute on function reviews.cleared to maple_app, maple_job, maple_verifier;

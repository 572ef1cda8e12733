-- How many of these disputes were agreed on for such a sum or more; also beyond the reader's reach, and only a number.
create function disputes.large_agreements(others uuid[], floor_sum numeric) returns int
    language sql stable security definer set search_path = '' as $$
    select count(*)::int
      from disputes.dispute o
      join disputes.agreement a on a.matter = o.matter
     where o.matter = any (others) and o.amount >= floor_sum
$$;
revoke execute on function disputes.large_agreements from public;
grant execute on function disputes.large_agreements to maple_app, maple_job;

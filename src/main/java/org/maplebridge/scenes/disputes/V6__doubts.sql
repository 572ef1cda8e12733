-- The same parties again, and either the category or the sum is the same: five of one sum and four of another are
-- one dispute just as well as twice the same.
create or replace function disputes.same_thing(asked uuid, others uuid[]) returns int
    language sql stable security definer set search_path = '' as $$
    select count(*)::int
      from disputes.dispute me
      join disputes.dispute o
        on o.matter = any (others) and (o.category = me.category or me.amount > 0 and o.amount = me.amount)
     where me.matter = asked
$$;

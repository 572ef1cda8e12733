-- A chain outlives its content: entries, receipts and looks are never deleted, bodies may be destroyed by order.
revoke delete on trail.entry, trail.receipt, trail.look, trail.matter_key from maple_job;
grant update (body, body_key) on trail.entry to maple_job;

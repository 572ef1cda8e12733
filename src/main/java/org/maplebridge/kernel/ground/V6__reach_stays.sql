-- Whom a row of reach is about stays as it was written.
revoke update on ground.reach from maple_app, maple_job;
grant update (basis, scene, stage, open, due, returned, until) on ground.reach to maple_app, maple_job;

-- As ground.wall: the planner need not weigh reading everything at once.
alter policy met on people.persona
    using (exists (select from people.concern c where c.persona = persona.id offset 0));
alter policy change on people.persona
    using (exists (select from people.concern c where c.persona = persona.id offset 0));
alter policy met on people.identifier
    using (exists (select from people.concern c where c.persona = identifier.persona offset 0));
alter policy change on people.identifier
    using (exists (select from people.concern c where c.persona = identifier.persona offset 0));

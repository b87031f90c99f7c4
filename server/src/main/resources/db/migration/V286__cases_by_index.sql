-- The cases that numbers or identifiers name, each looked up by its index, for whoever inspects, of the areas that they
-- work in.
drop function access.cases_called(text[]);
create function access.cases_called(numbers text[], ids uuid[])
returns table (reference text, id uuid)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select c.number, c.id from record.case_file c
  where c.number = any (numbers) and (select access.has(4194304))
    and ((select access.areas()) is null or c.area = any ((select access.areas())::text[]))
  union all
  select c.id::text, c.id from record.case_file c
  where c.id = any (ids) and (select access.has(4194304))
    and ((select access.areas()) is null or c.area = any ((select access.areas())::text[]))
$$;
revoke all on function access.cases_called(text[], uuid[]) from public;
grant execute on function access.cases_called(text[], uuid[]) to heed_app;

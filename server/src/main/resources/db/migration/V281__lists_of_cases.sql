-- A list of cases that somebody brought, instead of a sample that Heed drew: where it is from, in words, and nothing drawn.
alter table record.inspection add column origin text;      -- null: Heed drew it

-- The cases that references name, by identifier or number, for whoever inspects, of the areas that they work in.
create function access.cases_called(wanted text[])
returns table (reference text, id uuid)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select w.reference, c.id
  from unnest(wanted) as w (reference)
  join record.case_file c on c.number = upper(w.reference) or c.id::text = lower(w.reference)
  where (select access.has(4194304))
    and ((select access.areas()) is null or c.area = any ((select access.areas())::text[]))
$$;
revoke all on function access.cases_called(text[]) from public;
grant execute on function access.cases_called(text[]) to heed_app;

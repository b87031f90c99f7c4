-- Every open case against every standard as it stands now, for whoever inspects: counts by standard of the areas that
-- they work in, and which standards were missed in cases drawn that are open to them.
create function access.standards_now()
returns table (standard text, asked int, missed int, late int, due int)
language plpgsql stable security definer set search_path = pg_catalog, work, access as $$
begin
  return query
    select c.standard, count(distinct c.case_file)::int,
      (count(distinct c.case_file) filter (where c.state in ('not evidenced', 'breached')))::int,
      (count(distinct c.case_file) filter (where c.state = 'late'))::int,
      (count(distinct c.case_file) filter (where c.state = 'due'))::int
    from work.case_clock c
    where c.open and c.standard is not null and c.state <> 'not applicable' and access.has(4194304)
      and (access.areas() is null or c.area = any (access.areas()::text[]))
    group by c.standard;
end $$;

create function access.cases_now()
returns table (open int, behind int, at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, work, access as $$
begin
  return query
    select count(*)::int,
      (select count(distinct case_file)::int from work.case_changed), max(s.at)
    from work.case_standing s
    where s.open and access.has(4194304)
      and (access.areas() is null or s.area = any (access.areas()::text[]));
end $$;

create function access.missed_now(wanted uuid)
returns table (case_file uuid, standard text)
language plpgsql stable security definer set search_path = pg_catalog, work, record, access as $$
begin
  return query
    select d.case_file, c.standard
    from record.inspection_case d
    join work.case_standing s on s.case_file = d.case_file and s.open
    left join work.case_clock c on c.case_file = d.case_file and c.standard is not null
      and c.state in ('not evidenced', 'breached')
    where d.inspection = wanted and access.has(4194304)
      and ((access.has(65536) and (access.areas() is null or s.area = any (access.areas()::text[])))
        or d.case_file in (select access.cases_to_grade()))
      and d.case_file not in (select access.cases_closed_to_me());
end $$;

do $$
declare t text;
begin
  foreach t in array array['standards_now()', 'cases_now()', 'missed_now(uuid)'] loop
    execute format('revoke all on function access.%s from public', t);
    execute format('grant execute on function access.%s to heed_app', t);
  end loop;
end $$;

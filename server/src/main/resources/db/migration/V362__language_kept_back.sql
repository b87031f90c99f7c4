-- How often wording was pointed out, as in V211, and of teams nothing that an area less its teams, or a team less its areas,
-- would tell of few reports or of one or two people. Right: 4194304 inspects.

create type access.language_cell as (quarter date, area text, teams text[], reports int, worded int, people uuid[]);

-- Reports by quarter, area and the teams whose cases they belong to; only for the function below.
create function access.language_cells(since timestamptz, until timestamptz) returns setof access.language_cell
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  with read as (
    select v.report, v.area, date_trunc('quarter', v.recorded_at at time zone 'Europe/London')::date as quarter,
      exists (select 1 from record.advice a where a.report = v.report and a.version = 1) as worded,
      case when w.password_hash is null then null else w.id end as person
    from record.report_version v
    join record.report r on r.id = v.report
    join access.account w on w.id = r.recorded_by
    where v.version = 1 and (select access.has(4194304))
      and v.recorded_at >= since and v.recorded_at < until
      and ((select access.areas()) is null or v.area = any ((select access.areas())::text[]))
      and exists (select 1 from record.reading d where d.report = v.report and d.version = 1)),
  owned as (
    select l.report, array_agg(distinct o.team order by o.team) as teams
    from (select distinct on (case_file, report) case_file, report, linked
          from record.case_report order by case_file, report, seq desc) l
    join lateral (select f.team from record.case_owner f
                  where f.case_file = l.case_file order by f.seq desc limit 1) o on true
    where l.linked and btrim(coalesce(o.team, '')) <> '' group by l.report)
  select r.quarter, r.area, coalesce(o.teams, '{}'), count(*)::int, (count(*) filter (where r.worded))::int,
    coalesce(array_agg(distinct r.person) filter (where r.person is not null), '{}')
  from read r left join owned o on o.report = r.report
  group by r.quarter, r.area, coalesce(o.teams, '{}')
$$;
revoke all on function access.language_cells(timestamptz, timestamptz) from public;

-- Fewer than ten reports, or one or two people: what a program brought in has no person.
create function access.language_few(reports bigint, people bigint) returns boolean
language sql immutable set search_path = pg_catalog as $$
  select reports < 10 or people in (1, 2)
$$;
revoke all on function access.language_few(bigint, bigint) from public;

create or replace function access.language_rates(by_team boolean, since timestamptz, until timestamptz)
returns table (unit text, quarter date, reports int, worded int)
language plpgsql stable security definer set search_path = pg_catalog, record, ledger, access as $$
declare
  cells access.language_cell[] := array(select c from access.language_cells(since, until) c);
  areas_shown text[];                         -- shown, each with its quarter before it
  teams_shown text[];
  hide text;
begin
  areas_shown := array(
    select s.key from (select c.quarter || E'\t' || c.area as key, sum(c.reports) as reports,
        (select count(distinct p) from unnest(cells) d, unnest(d.people) p
         where d.quarter = c.quarter and d.area = c.area) as people
      from unnest(cells) c group by c.quarter, c.area) s
    where not access.language_few(s.reports, s.people));
  if not by_team then
    return query
      select c.area, c.quarter,
        case when c.quarter || E'\t' || c.area = any (areas_shown) then sum(c.reports)::int end,
        case when c.quarter || E'\t' || c.area = any (areas_shown) then sum(c.worded)::int end
      from unnest(cells) c group by c.area, c.quarter order by 1, 2;
    return;
  end if;
  teams_shown := array(
    select s.key from (select c.quarter || E'\t' || t as key, sum(c.reports) as reports,
        (select count(distinct p) from unnest(cells) d, unnest(d.people) p
         where d.quarter = c.quarter and t = any (d.teams)) as people
      from unnest(cells) c, unnest(c.teams) t group by c.quarter, t) s
    where not access.language_few(s.reports, s.people));
  loop
    -- What a shown area has beside the shown teams, and a shown team beside the shown areas: none, or enough.
    with rest as (
      select c.quarter, c.area, null::text as team, c.reports, c.people
      from unnest(cells) c
      where c.quarter || E'\t' || c.area = any (areas_shown)
        and not exists (select 1 from unnest(c.teams) t where c.quarter || E'\t' || t = any (teams_shown))
      union all
      select c.quarter, null, t, c.reports, c.people
      from unnest(cells) c, unnest(c.teams) t
      where c.quarter || E'\t' || t = any (teams_shown) and c.quarter || E'\t' || c.area <> all (areas_shown)),
    few as (
      select r.quarter, r.area, r.team from (
        select d.quarter, d.area, d.team, sum(d.reports) as reports,
          (select count(distinct p) from rest e, unnest(e.people) p
           where e.quarter = d.quarter and e.area is not distinct from d.area
             and e.team is not distinct from d.team) as people
        from rest d group by d.quarter, d.area, d.team) r
      where access.language_few(r.reports, r.people))
    select s.key into hide from (
      select c.quarter || E'\t' || t as key, sum(c.reports) as reports from unnest(cells) c, unnest(c.teams) t
      where c.quarter || E'\t' || t = any (teams_shown)
      group by 1
      having bool_or(exists (select 1 from few f where f.quarter = c.quarter and (f.area = c.area or f.team = t)))) s
    order by s.reports, s.key limit 1;
    exit when hide is null;
    teams_shown := array_remove(teams_shown, hide);
  end loop;
  return query
    select t, c.quarter,
      case when c.quarter || E'\t' || t = any (teams_shown) then sum(c.reports)::int end,
      case when c.quarter || E'\t' || t = any (teams_shown) then sum(c.worded)::int end
    from unnest(cells) c, unnest(c.teams) t group by t, c.quarter order by 1, 2;
end $$;

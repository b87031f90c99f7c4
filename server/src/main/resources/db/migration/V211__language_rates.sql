-- How often the wording of new reports was pointed out, by area or by the team whose case a report belongs
-- to, a quarter at a time. Never by person: a group is kept back where it has fewer than ten reports, or where
-- people recorded them who are fewer than three. What a program brought in has no person.
create function access.language_rates(by_team boolean, since timestamptz, until timestamptz)
returns table (unit text, quarter date, reports int, worded int)
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
    select distinct l.report, o.team
    from (select distinct on (case_file, report) case_file, report, linked
          from record.case_report order by case_file, report, seq desc) l
    join lateral (select f.team from record.case_owner f
                  where f.case_file = l.case_file order by f.seq desc limit 1) o on true
    where l.linked and by_team and btrim(coalesce(o.team, '')) <> ''),
  placed as (
    select read.area as unit, read.quarter, read.worded, read.person from read where not by_team
    union all
    select owned.team, read.quarter, read.worded, read.person from read join owned on owned.report = read.report),
  counted as (
    select p.unit, p.quarter, count(*)::int as reports, (count(*) filter (where p.worded))::int as worded,
      count(distinct p.person) as people
    from placed p group by p.unit, p.quarter)
  select c.unit, c.quarter,
    case when c.reports >= 10 and c.people not in (1, 2) then c.reports end,
    case when c.reports >= 10 and c.people not in (1, 2) then c.worded end
  from counted c order by 1, 2
$$;
revoke all on function access.language_rates(boolean, timestamptz, timestamptz) from public;
grant execute on function access.language_rates(boolean, timestamptz, timestamptz) to heed_app;

package org.heed.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.heed.kernel.AllowedCall;
import org.heed.server.RecordServices;
import org.heed.server.RecordStore;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.network.Network;
import org.heed.server.network.Networks;
import org.heed.server.person.Identities;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.IdSource;

/**
 * What lies two reports around somebody, among so many people on record, each in some three reports
 * of three people and a thing, under row security, with some restricted reports and one station
 * that is in one report of fifty; the look written to the ledger.
 */
final class NetworkBench {
  private static final double MILLIS = 300;
  private static final int QUESTIONS = 400;
  private static final int WARM_UP = 60;

  /**
   * Takes the number of people; a thing is in some four reports, half of which somebody said are
   * one.
   */
  private static final String GRAPH =
      """
      select setseed(0.5);
      create temp table made as
        select n, gen_random_uuid() as person from generate_series(0, :people - 1) n;
      create unique index on made (n);
      create temp table chunk as
        select g, gen_random_uuid() as id from generate_series(0, :people / 1000) g;
      create unique index on chunk (g);
      insert into ledger.entry (id, kind, actor, at, rows, content, subjects)
        select id, 'report.recorded', gen_random_uuid(), now(), 9000, decode(repeat('00', 32), 'hex'), '{}'
        from chunk;
      insert into ledger.leaf select g, id, decode(repeat('00', 32), 'hex') from chunk;
      insert into ledger.batch select max(g) + 1, now(), pg_current_xact_id() from chunk;
      insert into record.person (entry, ordinal, id)
        select c.id, m.n % 1000, m.person from made m join chunk c on c.g = m.n / 1000;
      insert into record.person_version
        (entry, ordinal, person, version, given_name, family_name, birth_precision, reason)
        select c.id, 1000 + m.n % 1000, m.person, 1, 'Given' || m.n % 997, 'Family' || m.n % 7919, 'unknown', 'made'
        from made m join chunk c on c.g = m.n / 1000;
      create temp table told as
        select t, gen_random_uuid() as report, now() - random() * interval '3 years' as at
        from generate_series(0, :people - 1) t;
      create unique index on told (t);
      insert into record.report (entry, ordinal, id, source, reference, area, agency, recorded_by)
        select c.id, 2000 + t.t % 1000, t.report, 'made', 'R' || t.t, 'greyport', 'norchester', gen_random_uuid()
        from told t join chunk c on c.g = t.t / 1000;
      insert into record.report_version
        (entry, ordinal, report, version, kind, area, occurred_from, recorded_at, policing_purpose, review_on, things)
        select c.id, 3000 + t.t % 1000, t.report, 1, 'referral', 'greyport', t.at, t.at, 'made', '2036-01-01', 1
        from told t join chunk c on c.g = t.t / 1000;
      create temp table spoken as
        select t.t, t.report, k, gen_random_uuid() as mention, floor(random() * :people)::int as n
        from told t cross join generate_series(0, 2) k;
      insert into record.mention (entry, ordinal, id, report, role, given_name, family_name, version)
        select c.id, 4000 + (s.t % 1000) * 3 + s.k, s.mention, s.report,
          (array['victim', 'suspect', 'witness'])[s.k + 1], 'Given' || s.n % 997, 'Family' || s.n % 7919, 1
        from spoken s join chunk c on c.g = s.t / 1000;
      insert into record.mention_person (entry, ordinal, mention, report, person, same, seq, reason)
        select c.id, 7000 + (s.t % 1000) * 3 + s.k, s.mention, s.report, m.person, true, 1, 'made'
        from spoken s join chunk c on c.g = s.t / 1000 join made m on m.n = s.n;
      create temp table place as
        select n, gen_random_uuid() as thing from generate_series(0, :people / 4) n;
      create unique index on place (n);
      insert into record.thing (entry, ordinal, id, kind, label)
        select c.id, 10000 + p.n % 1000, p.thing, 'place', p.n || ' Elm Row'
        from place p join chunk c on c.g = p.n / 1000;
      create temp table written as
        select t.t, t.report, gen_random_uuid() as mention,
          case when random() < 0.02 then 0 else floor(random() * :people / 4)::int end as n
        from told t;
      insert into record.thing_mention (entry, ordinal, id, report, version, kind, written, exact, loose)
        select c.id, 11000 + w.t % 1000, w.mention, w.report, 1, 'place', w.n || ' Elm Row', w.n || ' elm row', w.n || ' elm row'
        from written w join chunk c on c.g = w.t / 1000;
      insert into record.mention_thing (entry, ordinal, mention, report, thing, same, seq, reason)
        select c.id, 12000 + w.t % 1000, w.mention, w.report, p.thing, true, 1, 'made'
        from written w join chunk c on c.g = w.t / 1000 join place p on p.n = w.n where w.t % 2 = 0;
      insert into record.restriction (entry, ordinal, report, seq, restricted, members, reason)
        select c.id, 13000 + t.t % 1000, t.report, 1, true, '', 'made'
        from told t join chunk c on c.g = t.t / 1000 where t.t % 2000 = 7;
      analyze;
      """;

  private final Settings settings;
  private final int people;

  NetworkBench(Settings settings, int people) {
    this.settings = settings;
    this.people = people;
  }

  List<Line> run() throws IOException {
    Path folder = HeedProgram.scratch();
    Clock clock = clock();
    try (RecordStore store = RecordStore.openEmpty(folder.resolve("data"))) {
      settings.say("putting " + Table.count(people) + " people and as many reports on record");
      List<UUID> asked = fill(store);
      RulebookInForce rulebook = RulebookInForce.load(settings.heed().rulebook());
      RecordServices services =
          RecordServices.of(
              store.databases(), clock, IdSource.secure(clock), rulebook, new Random(3));
      Networks networks =
          new Networks(
              services.acts(),
              store.databases(),
              new Identities(
                  services.acts(), store.databases(), new PersonStore(store.databases())),
              rulebook);
      Caller officer =
          services
              .sessions()
              .openService(
                  services.accounts().service("officer", "Officer"),
                  EnumSet.of(Right.READ, Right.PEOPLE));
      settings.say("asking");
      return lines(networks, officer, asked);
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      Folders.remove(folder);
    }
  }

  @AllowedCall("a benchmark keeps real time")
  private static Clock clock() {
    return Clock.systemUTC();
  }

  private List<UUID> fill(RecordStore store) throws SQLException {
    List<UUID> asked = new ArrayList<>();
    try (Connection owner = store.address().connect();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute(GRAPH.replace(":people", Integer.toString(people)));
      owner.commit();
      try (var rows =
          statement.executeQuery(
              """
              select person from (
                select distinct l.person from record.mention_person l
                where not exists (
                  select 1 from record.restriction x where x.report = l.report)) p
              order by md5(person::text) limit :most
              """
                  .replace(":most", Integer.toString(QUESTIONS + WARM_UP)))) {
        while (rows.next()) {
          asked.add(rows.getObject(1, UUID.class));
        }
      }
      owner.commit();
    }
    return asked;
  }

  private List<Line> lines(Networks networks, Caller officer, List<UUID> asked) {
    Networks.Question question = new Networks.Question(2, null, null);
    long[] nanos = new long[asked.size() - WARM_UP];
    long nodes = 0;
    int most = 0;
    for (int i = 0; i < asked.size(); i++) {
      long began = System.nanoTime();
      Network network = networks.around(officer, asked.get(i), question);
      if (i >= WARM_UP) {
        nanos[i - WARM_UP] = System.nanoTime() - began;
        nodes += network.nodes().size();
        most = Math.max(most, network.nodes().size());
      }
    }
    Latencies latencies = new Latencies(nanos);
    return List.of(
        new Line(
            "two reports around somebody among "
                + Table.count(people)
                + " people, under row security, one report in 2,000 closed",
            String.format(Locale.ROOT, "p99 under %.0f ms", MILLIS),
            latencies.words(),
            "",
            "",
            latencies.percentile(99) < MILLIS * 1e6),
        new Line(
            "what is met",
            "told",
            String.format(
                Locale.ROOT,
                "%.0f nodes on average, %d at most",
                (double) nodes / nanos.length,
                most),
            "",
            "",
            true));
  }
}

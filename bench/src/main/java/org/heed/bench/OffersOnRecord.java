package org.heed.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.heed.kernel.AllowedCall;
import org.heed.server.RecordServices;
import org.heed.server.RecordStore;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.linking.Offer;
import org.heed.server.linking.Offers;
import org.heed.server.linking.PeopleIndex;
import org.heed.server.linking.Spoken;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.IdSource;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The same question asked of the record itself: the index, then everybody who is to be offered
 * looked up under row security, with some restricted reports, and the look written to the ledger.
 */
final class OffersOnRecord {
  private static final double MILLIS = 200;
  private static final int QUESTIONS = 2_000;
  private static final int WARM_UP = 300;

  /** An entry for so many people; reports, each of which means one of them; those restricted. */
  private static final String PEOPLE =
      """
      create temp table chunk as
        select g::int as g, gen_random_uuid() as id
        from generate_series(0, (select max(n) / 1000 from made)) g;
      insert into ledger.entry (id, kind, actor, at, rows, content, subjects)
        select id, 'person.created', gen_random_uuid(), now(), 2000, decode(repeat('00', 32), 'hex'), '{}'
        from chunk;
      insert into ledger.leaf select g, id, decode(repeat('00', 32), 'hex') from chunk;
      insert into ledger.batch select max(g) + 1, now(), pg_current_xact_id() from chunk;
      insert into record.person (entry, ordinal, id)
        select c.id, (m.n % 1000) * 2, m.person from made m join chunk c on c.g = m.n / 1000;
      insert into record.person_version
        (entry, ordinal, person, version, given_name, family_name, date_of_birth, birth_precision, reason)
        select c.id, (m.n % 1000) * 2 + 1, m.person, 1, m.given, m.family, m.born, 'day', 'made'
        from made m join chunk c on c.g = m.n / 1000;
      create temp table told as
        select row_number() over () as t, gen_random_uuid() as report, gen_random_uuid() as mention,
          gen_random_uuid() as entry, m.* from made m where m.n % 100 = 0;
      insert into record.report (entry, ordinal, id, source, reference, area, agency, recorded_by)
        select entry, 0, report, 'made', report::text, 'greyport', 'norchester', gen_random_uuid() from told;
      insert into record.mention (entry, ordinal, id, report, role, given_name, family_name, date_of_birth, version)
        select entry, 1, mention, report, 'victim', given, family, born, 1 from told;
      insert into record.mention_person (entry, ordinal, mention, report, person, same, seq, reason)
        select entry, 2, mention, report, person, true, 1, 'made' from told;
      insert into record.restriction (entry, ordinal, report, seq, restricted, members, reason)
        select entry, 3, report, 1, true, '', 'made' from told where t % 20 = 0;
      analyze record.person; analyze record.person_version; analyze record.mention;
      analyze record.mention_person; analyze record.report; analyze ledger.leaf;
      """;

  private final Settings settings;

  OffersOnRecord(Settings settings) {
    this.settings = settings;
  }

  /** Asks among the people of a file of made-up people. */
  List<Line> run(Path csv, List<@Nullable String[]> rows, Path folder) throws IOException {
    Clock clock = clock();
    settings.say("putting them on record");
    try (RecordStore store = RecordStore.openEmpty(folder.resolve("data"))) {
      fill(store, csv);
      RulebookInForce rulebook = RulebookInForce.load(settings.heed().rulebook());
      RecordServices services =
          RecordServices.of(
              store.databases(), clock, IdSource.secure(clock), rulebook, new Random(3));
      PeopleIndex index =
          new PeopleIndex(
              services.acts(),
              services.accounts(),
              services.sessions(),
              new KnownPositions(store.databases()),
              store.databases(),
              clock);
      Offers offers =
          new Offers(services.acts(), index, store.databases(), new PersonStore(store.databases()));
      Caller officer =
          services
              .sessions()
              .openService(
                  services.accounts().service("officer", "Officer"),
                  EnumSet.of(Right.READ, Right.PEOPLE));
      settings.say("taking them into the index");
      long began = System.nanoTime();
      index.refresh();
      double taken = (System.nanoTime() - began) / 1e9;
      settings.say("asking the record");
      return lines(offers, officer, rows, taken);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @AllowedCall("a benchmark keeps real time")
  private static Clock clock() {
    return Clock.systemUTC();
  }

  private static void fill(RecordStore store, Path csv) throws SQLException, IOException {
    try (Connection owner = store.address().connect();
        Statement statement = owner.createStatement();
        Reader people = Files.newBufferedReader(csv)) {
      owner.setAutoCommit(false);
      statement.execute(
          """
          create temp table raw (id text, given text, family text, born text, postcode text,
            town text, phone text, job text, owner text)
          """);
      owner
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy raw from stdin with (format csv, header true)", people);
      statement.execute(
          """
          create temp table made as
            select (row_number() over () - 1)::int as n, gen_random_uuid() as person, given, family,
              case when born ~ '^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$'
                then born::date end as born
            from raw
          """);
      statement.execute(PEOPLE);
      owner.commit();
    }
  }

  private static List<Line> lines(
      Offers offers, Caller officer, List<@Nullable String[]> rows, double taken) {
    Random random = new Random(4);
    long[] nanos = new long[QUESTIONS];
    int offered = 0;
    for (int i = -WARM_UP; i < QUESTIONS; i++) {
      @Nullable String[] row = rows.get(random.nextInt(rows.size()));
      Spoken spoken = Spoken.of(row[0], row[1], random.nextInt(10) == 0 ? null : day(row[2]), null);
      long began = System.nanoTime();
      List<Offer> found = offers.offers(officer, spoken, null);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - began;
        offered += found.isEmpty() ? 0 : 1;
      }
    }
    Latencies latencies = new Latencies(nanos);
    return List.of(
        new Line(
            "offering known people among "
                + Table.count(rows.size())
                + " on record, under row security, one in 2,000 closed",
            String.format(Locale.ROOT, "p99 under %.0f ms", MILLIS),
            latencies.words(),
            "",
            "",
            latencies.percentile(99) < MILLIS * 1e6),
        new Line(
            "somebody is offered",
            "told",
            String.format(Locale.ROOT, "%.1f in 100", 100.0 * offered / QUESTIONS),
            "",
            "",
            true),
        new Line(
            "taking all of them into the index and learning weights, after a start",
            "told",
            String.format(Locale.ROOT, "%.0f s", taken),
            "",
            "",
            true));
  }

  private static @Nullable LocalDate day(@Nullable String typed) {
    try {
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}

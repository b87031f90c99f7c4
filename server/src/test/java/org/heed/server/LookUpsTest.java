package org.heed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.linking.Offers;
import org.heed.server.linking.PeopleIndex;
import org.heed.server.linking.Spoken;
import org.heed.server.network.Networks;
import org.heed.server.person.Identities;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownPositions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a network and an offer read of the record, counted in pages: as much of a large record as of
 * a small one, since both look at what is near and at nothing else.
 */
@Tag("long")
class LookUpsTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  private static final int SMALL = 1_500;
  private static final int TIMES = 6;
  private static final int QUESTIONS = 12;
  private static final int MOST_TOLD = 40;

  /** So much may a deeper index cost. */
  private static final double MORE = 1.5;

  /** Each person in three reports of three people, which write a place that four write. */
  private static final String PEOPLE =
      """
      create temp table made as
        select n, gen_random_uuid() as person from generate_series(0, :people - 1) n;
      create temp table told as
        select t, gen_random_uuid() as report, gen_random_uuid() as entry from generate_series(0, :people - 1) t;
      insert into ledger.entry (id, kind, actor, at, rows, content, subjects)
        select entry, 'report.recorded', gen_random_uuid(), now(), 9, decode(repeat('00', 32), 'hex'), '{}' from told;
      insert into ledger.leaf select t, entry, decode(repeat('00', 32), 'hex') from told;
      insert into ledger.batch select max(t) + 1, now(), pg_current_xact_id() from told;
      insert into record.person (entry, ordinal, id)
        select t.entry, 0, m.person from made m join told t on t.t = m.n;
      insert into record.person_version
        (entry, ordinal, person, version, given_name, family_name, date_of_birth, birth_precision, reason)
        select t.entry, 1, m.person, 1, 'Given' || m.n % 97, 'Family' || m.n % 79,
          date '1990-01-01' + m.n, 'day', 'made'
        from made m join told t on t.t = m.n;
      insert into record.report (entry, ordinal, id, source, reference, area, agency, recorded_by)
        select entry, 2, report, 'made', 'R' || t, 'greyport', 'norchester', gen_random_uuid() from told;
      insert into record.report_version
        (entry, ordinal, report, version, kind, area, occurred_from, recorded_at, policing_purpose, review_on, things)
        select entry, 3, report, 1, 'referral', 'greyport', now() - t * interval '1 minute', now(), 'made', '2036-01-01', 1
        from told;
      create temp table spoken as
        select t.t, t.entry, t.report, k, gen_random_uuid() as mention,
          -- Neighbours of a ring, so that a neighbourhood is as large in a large record.
          (t.t + k * k) % :people as n
        from told t cross join generate_series(0, 2) k;
      insert into record.mention (entry, ordinal, id, report, role, given_name, family_name, date_of_birth, version)
        select entry, 4 + k, mention, report, (array['victim', 'suspect', 'witness'])[k + 1],
          'Given' || n % 97, 'Family' || n % 79, date '1990-01-01' + n, 1 from spoken;
      insert into record.mention_person (entry, ordinal, mention, report, person, same, seq, reason)
        select s.entry, 7 + s.k, s.mention, s.report, m.person, true, 1, 'made'
        from spoken s join made m on m.n = s.n;
      insert into record.thing_mention (entry, ordinal, id, report, version, kind, written, exact, loose)
        select entry, 10, gen_random_uuid(), report, 1, 'place', t / 4 || ' Elm Row', t / 4 || ' elm row', t / 4 || ' elm row'
        from told;
      -- A place that every second report writes, and of which half of these have said what they mean.
      create temp table arcade as select gen_random_uuid() as thing;
      insert into record.thing (entry, ordinal, id, kind, label)
        select t.entry, 12, a.thing, 'place', 'Central Arcade' from arcade a join told t on t.t = 0;
      create temp table often as
        select t, entry, report, gen_random_uuid() as mention from told where t % 2 = 0;
      insert into record.thing_mention (entry, ordinal, id, report, version, kind, written, exact, loose)
        select entry, 13, mention, report, 1, 'place', 'Central Arcade', 'central arcade', 'central arcade' from often;
      insert into record.mention_thing (entry, ordinal, mention, report, thing, same, seq, reason)
        select o.entry, 14, o.mention, o.report, a.thing, true, 1, 'made' from often o, arcade a where o.t % 4 = 0;
      insert into record.restriction (entry, ordinal, report, seq, restricted, members, reason)
        select entry, 11, report, 1, true, '', 'made' from told where t < 20;
      analyze;
      """;

  /**
   * Pages of a walk and of an offer, on average.
   *
   * @param found how many people were offered
   */
  private record Pages(double walk, double offer, int found, String walks, String offers) {}

  @Test
  void networkAndOffer_goThroughAsManyPagesOfALargeRecordAsOfASmallOne() throws Exception {
    Pages small = pages(SMALL);
    Pages large = pages(SMALL * TIMES);
    assertThat(List.of(small.found(), large.found()))
        .allSatisfy(found -> assertThat(found).isGreaterThanOrEqualTo(QUESTIONS));
    assertThat(large.walk()).as(large.walks()).isLessThan(small.walk() * MORE);
    assertThat(large.offer()).as(large.offers()).isLessThan(small.offer() * MORE);
  }

  private static Pages pages(int people) throws SQLException {
    try (ServerFixture server = ServerFixture.create()) {
      try (Connection owner = server.owner();
          Statement fill = owner.createStatement()) {
        owner.setAutoCommit(false);
        fill.execute(PEOPLE.replace(":people", Integer.toString(people)));
        owner.commit();
      }
      Explained explained = new Explained(server.databases());
      try {
        return pages(server, explained);
      } finally {
        explained.close();
      }
    }
  }

  private static Pages pages(ServerFixture server, Explained explained) {
    Acts acts = new Acts(explained.databases(), server.time(), server.ids());
    RecordServices services =
        RecordServices.of(
            explained.databases(), server.time(), server.ids(), RULEBOOK, new Random(1));
    PersonStore people = new PersonStore(explained.databases());
    Networks networks =
        new Networks(
            acts,
            explained.databases(),
            new Identities(acts, explained.databases(), people),
            RULEBOOK);
    PeopleIndex index =
        new PeopleIndex(
            acts,
            services.accounts(),
            services.sessions(),
            new KnownPositions(explained.databases()),
            explained.databases(),
            server.time());
    Offers offers = new Offers(acts, index, explained.databases(), people);
    Caller officer = server.someone(Right.READ, Right.PEOPLE);
    index.refresh();
    List<String> asked =
        server.texts(
            "select person::text || ' ' || given_name || ' ' || family_name || ' ' || date_of_birth"
                + " from record.person_version order by date_of_birth offset 100 limit "
                + QUESTIONS);
    explained.asked();
    for (String one : asked) {
      networks.around(
          officer, UUID.fromString(one.split(" ", -1)[0]), new Networks.Question(2, null, null));
    }
    List<Explained.Asked> walks = explained.asked();
    int found = 0;
    for (String one : asked) {
      String[] words = one.split(" ", -1);
      found += offers.offers(officer, new Spoken(words[1], words[2], words[3], null), null).size();
    }
    List<Explained.Asked> offered = explained.asked();
    return new Pages(average(walks), average(offered), found, words(walks), words(offered));
  }

  private static double average(List<Explained.Asked> asked) {
    return (double) asked.stream().mapToLong(Explained.Asked::pages).sum() / QUESTIONS;
  }

  /** Each question with its pages, the dearest first. */
  private static String words(List<Explained.Asked> asked) {
    return asked.stream()
        .sorted(Comparator.comparingLong(Explained.Asked::pages).reversed())
        .limit(MOST_TOLD)
        .map(one -> one.pages() + ": " + one.sql().strip().replaceAll("\\s+", " "))
        .collect(Collectors.joining("\n"));
  }
}

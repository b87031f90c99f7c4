package org.heed.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.crime.Crimes;
import org.heed.server.crime.Grounded;
import org.heed.server.person.NewPerson;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.review.FlagDecision;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counting from memory against counting by statement, over histories made at random. */
class MemoryCountsTest {
  private static final List<String> AREAS = List.of("greyport", "fernley", "dunwell");
  private static final LocalDate FROM = LocalDate.of(2026, 2, 10);
  private static final LocalDate TO = LocalDate.of(2026, 9, 30);

  private final Random random = new Random(20261123);
  private final RulebookInForce rulebook =
      RulebookInForce.load(Path.of("../rulebooks/england-wales"));

  @Test
  void countsAsKnownAtAnyMoment_areThoseOfTheDatabase() throws SQLException {
    try (ServerFixture server = ServerFixture.create()) {
      RecordServices services =
          RecordServices.of(
              server.databases(), server.time(), server.ids(), rulebook, new Random(7));
      Caller team =
          server.someone(Right.RECORD, Right.READ, Right.REVIEW, Right.CRIME, Right.PEOPLE);
      Caller analyst = server.someone(Right.FIGURES, Right.PSEUDONYMISED);
      KnownPositions positions = new KnownPositions(server.databases());
      FigureStore store = new FigureStore(server.databases());
      CountedRecord record = CountedRecord.of(server.databases());
      List<Instant> moments = new ArrayList<>();
      for (int step = 0; step < 12; step++) {
        for (int i = 0; i < 15; i++) {
          act(server, services, team);
        }
        server.sequencer().settle();
        moments.add(server.time().instant());
        server.clock().pass(Duration.ofHours(1));
        if (step % 3 == 1) {
          // Read on now and then, so that what is held is appended to and not made at once.
          server.acts().plain(analyst, record::readOn);
        }
      }
      int compared = 0;
      List<Question> questions = questions();
      questions.addAll(questions());
      for (Question question : questions) {
        Instant moment = moments.get(random.nextInt(moments.size()));
        List<List<Group>> both =
            server
                .acts()
                .plain(
                    analyst,
                    () -> {
                      KnownAt known = positions.at(moment);
                      record.readOn();
                      return List.of(
                          counted(store.count(question, known, true)),
                          counted(
                              new MemoryCounts(record)
                                  .count(
                                      question,
                                      java.util.Objects.requireNonNull(known.position()))));
                    });
        assertThat(both.get(1)).as(question + " at " + moment).isEqualTo(both.get(0));
        compared += both.get(0).size();
      }
      assertThat(compared).as("what was compared").isGreaterThan(1_000);
    }
  }

  /** Without empty groups and what nobody asks for, in an order of their own. */
  private static List<Group> counted(List<Group> groups) {
    return groups.stream()
        .filter(group -> !group.tally().equals(Tally.NONE))
        .filter(group -> group.slot() == Part.Slot.ASKED || group.period() == null)
        .sorted(
            Comparator.comparing(Group::slot)
                .thenComparing(Group::period, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Group::area, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  private List<Question> questions() {
    List<Question> all = new ArrayList<>();
    for (Unit unit : Unit.values()) {
      for (Definition definition : Definition.values()) {
        for (Dated clock : Dated.values()) {
          for (By by : By.values()) {
            if (clock != Dated.FLAGGED || definition == Definition.CSE_FLAGGED) {
              String area = random.nextInt(3) == 0 ? AREAS.get(random.nextInt(3)) : null;
              all.add(new Question(unit, definition, area, by, clock, FROM, TO, null));
            }
          }
        }
      }
    }
    return all;
  }

  private final List<UUID> reports = new ArrayList<>();
  private final List<UUID> crimes = new ArrayList<>();
  private final List<UUID> people = new ArrayList<>();
  private final Map<UUID, UUID> chosen = new HashMap<>();
  private final Set<UUID> withCrimes = new HashSet<>();
  private int references;

  private void act(ServerFixture server, RecordServices services, Caller team) throws SQLException {
    int kind = reports.isEmpty() ? 0 : random.nextInt(10);
    UUID report = reports.isEmpty() ? null : reports.get(random.nextInt(reports.size()));
    if (kind < 4 || report == null) {
      reports.add(services.reports().record(team, report(++references)).report());
    } else if (kind == 4) {
      // The same reference with other content is a new version.
      services.reports().record(team, report(1 + random.nextInt(references)));
    } else if (kind < 7) {
      UUID crime =
          crimes.isEmpty() || random.nextBoolean()
              ? null
              : crimes.get(random.nextInt(crimes.size()));
      UUID of = crime == null ? report : reportOf(server, crime);
      FlagDecision.Answer answer = List.of(FlagDecision.Answer.values()).get(random.nextInt(3));
      String instead = answer == FlagDecision.Answer.NO ? "other-abuse" : null;
      String route = List.of("officer", "quality-assurance", "prompt").get(random.nextInt(3));
      services
          .flags()
          .decide(
              team,
              new FlagDecision(
                  of, crime, answer, Map.of(), instead, route, "Reason", moment(), null));
    } else if (kind < 9) {
      if ((crimes.isEmpty() && !withCrimes.contains(report))
          || (random.nextBoolean() && !withCrimes.contains(report))) {
        withCrimes.add(report);
        String offence = random.nextInt(4) == 0 ? "N100" : "71";
        crimes.addAll(
            services
                .crimes()
                .record(
                    team,
                    report,
                    new Crimes.Committed(
                        List.of(), List.of(), List.of(offence), "r", Grounded.on("N100/01"))));
      } else if (!crimes.isEmpty()) {
        UUID crime = crimes.remove(random.nextInt(crimes.size()));
        services.crimes().cancel(team, crime, Grounded.on("C4"), "Recorded in error");
      }
    } else {
      link(server, services, team);
    }
  }

  private void link(ServerFixture server, RecordServices services, Caller team)
      throws SQLException {
    NewPerson known = new NewPerson("Robin", null, null, "unknown", null, null, null, null, null);
    if (people.size() < 3) {
      people.add(services.people().create(team, known, "Known"));
    }
    UUID mention =
        id(
            server,
            "select id from record.mention order by md5(id::text || '"
                + random.nextInt(1000)
                + "') limit 1");
    UUID already = chosen.remove(mention);
    if (already == null) {
      UUID person = people.get(random.nextInt(people.size()));
      services.people().choose(team, mention, person, "Same");
      chosen.put(mention, person);
    } else {
      services.people().undo(team, mention, already, "Another after all");
    }
  }

  private static UUID reportOf(ServerFixture server, UUID crime) throws SQLException {
    return id(server, "select report from record.crime where id = '" + crime + "'");
  }

  private static UUID id(ServerFixture server, String query) throws SQLException {
    try (var connection = server.owner();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  private NewReport report(int reference) {
    List<NewMention> named = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      MentionRole role =
          List.of(MentionRole.VICTIM, MentionRole.SUBJECT, MentionRole.SUSPECT, MentionRole.WITNESS)
              .get(random.nextInt(4));
      named.add(new NewMention(role, "Robin", "Reed", null, 14, null, null, null, null, null));
    }
    String narrative =
        random.nextBoolean()
            ? "Missing since Friday evening, found with older adults at a hotel."
            : "Cycle taken from outside the library on day " + random.nextInt(1000) + ".";
    Instant recorded = java.util.Objects.requireNonNull(moment());
    return SampleReport.of(
        "test",
        Integer.toString(reference),
        ReportKind.CRIME_REPORT,
        random.nextInt(5) == 0 ? null : List.of(NoticeRoute.values()).get(random.nextInt(5)),
        AREAS.get(random.nextInt(3)),
        narrative,
        random.nextInt(4) == 0 ? null : recorded.minus(Duration.ofDays(random.nextInt(500))),
        null,
        random.nextInt(4) == 0 ? null : recorded.minus(Duration.ofDays(random.nextInt(20))),
        recorded,
        random.nextInt(6) == 0 ? List.of() : named);
  }

  /** Around the question's periods, near the ends of days too. */
  private @Nullable Instant moment() {
    return FROM.minusDays(250)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .plus(Duration.ofMinutes(random.nextInt(60 * 24 * 500)));
  }
}

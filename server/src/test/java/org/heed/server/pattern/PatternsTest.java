package org.heed.server.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.linkage.network.Pattern;
import org.heed.linkage.thing.ThingKind;
import org.heed.rulebook.PatternRule;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NewThing;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A house that shows only when six reports are put together, and who sees it. */
@Tag("long")
class PatternsTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  private static final String HOUSE = "12 Tannery Street, Greyport";

  private ServerFixture server;
  private RecordServices services;
  private Patterns patterns;
  private Caller lead;
  private int number;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
    patterns =
        new Patterns(
            server.acts(),
            services.accounts(),
            services.sessions(),
            server.databases(),
            server.time(),
            RULEBOOK);
    lead = server.someone(Right.RECORD, Right.READ, Right.PEOPLE, Right.RESTRICT, Right.REVIEW);
    Random random = new Random(3);
    List<NewReport> others = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      others.add(
          report(
              random.nextInt(900),
              random.nextInt(6) == 0 ? 14 : 40,
              random.nextInt(80) + " Elm Row, Greyport"));
    }
    services.reports().record(lead, others);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private NewReport report(int daysAgo, int age, String place) {
    return new NewReport(
        "made",
        Integer.toString(++number),
        ReportKind.REFERRAL,
        null,
        "greyport",
        "Seen with an older adult and a new phone.",
        server.time().instant().minus(daysAgo + 1L, ChronoUnit.DAYS),
        null,
        null,
        null,
        null,
        null,
        null,
        "safeguarding",
        null,
        null,
        List.of(
            new NewMention(
                MentionRole.VICTIM, "C" + number, null, null, age, null, null, null, null, null)),
        List.of(new NewThing(ThingKind.PLACE, place, null, null)));
  }

  private List<UUID> house() {
    List<UUID> reports = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      reports.add(services.reports().record(lead, report(10 * i, 14, HOUSE)).report());
    }
    return reports;
  }

  private List<FoundPattern> ofTheHouse(Caller caller, boolean decided) {
    return patterns.list(caller, decided).stream()
        .filter(one -> one.label().equals(HOUSE))
        .toList();
  }

  @Test
  void sixReportsOfOneHouse_areFoundOnce_withTheirRarity_andSaidNotToBeConfirmed() {
    List<UUID> reports = house();
    assertThat(patterns.look()).isPositive();
    assertThat(ofTheHouse(lead, false))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.pattern()).isEqualTo(Pattern.PLACE_OF_CHILDREN);
          assertThat(one.count()).isEqualTo(6);
          assertThat(one.confirmed()).isFalse();
          assertThat(one.says()).startsWith("children at one place within half a year");
          assertThat(one.rulebook()).isEqualTo(RULEBOOK.rulebook().id().toString());
          assertThat(one.reports())
              .extracting(FoundPattern.Told::report)
              .containsExactlyInAnyOrderElementsOf(reports);
          assertThat(one.falseShare()).isLessThanOrEqualTo(0.05);
          assertThat(one.shuffled()).isGreaterThan(1_000);
        });
    assertThat(patterns.look()).isZero();
    assertThat(
            server.count(
                "select count(*) from ledger.entry where kind = 'patterns.listed' and '"
                    + reports.getFirst()
                    + "' = any (subjects)"))
        .isEqualTo(1);
  }

  @Test
  void station_isAHubByTheRulebook_andTellsOfNobody() {
    for (int i = 0; i < 6; i++) {
      services.reports().record(lead, report(10 * i, 14, "Greyport station, platform 2"));
      services.reports().record(lead, report(10 * i, 14, "2 Station Road, Greyport"));
    }
    patterns.look();
    assertThat(patterns.list(lead, false))
        .filteredOn(one -> one.pattern() == Pattern.PLACE_OF_CHILDREN)
        .extracting(FoundPattern::label)
        .contains("2 Station Road, Greyport")
        .doesNotContain("Greyport station, platform 2");
  }

  @Test
  void everyPatternThatHeedLooksFor_isOneThatARulebookCanName() {
    assertThat(Arrays.stream(Pattern.values()).map(Pattern::code).toList())
        .isEqualTo(PatternRule.IDS);
  }

  @Test
  void chanceAlone_isFoundNothingOf() {
    patterns.look();
    assertThat(patterns.list(lead, false)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void newestReportStandsFirst_howeverRareTheOtherIs() {
    String other = "3 Weir Cottages, Greyport";
    for (int i = 0; i < 7; i++) {
      services.reports().record(lead, report(20 + 8 * i, 14, other));
    }
    house();
    patterns.look();
    assertThat(patterns.list(lead, false))
        .extracting(FoundPattern::label)
        .filteredOn(label -> label.equals(HOUSE) || label.equals(other))
        .containsExactly(HOUSE, other);
  }

  @Test
  void left_itWaitsNoMore_untilAnotherReportIsAdded() {
    house();
    patterns.look();
    UUID found = ofTheHouse(lead, false).getFirst().id();
    long waiting = patterns.waiting(lead);
    patterns.decide(lead, found, false, "The family of one of them is known to us.");
    assertThat(patterns.waiting(lead)).isEqualTo(waiting - 1);
    assertThat(ofTheHouse(lead, false)).isEmpty();
    assertThat(ofTheHouse(lead, true))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.decisions()).hasSize(1);
          assertThat(one.decisions().getFirst().lookInto()).isFalse();
          assertThat(one.decisions().getFirst().by()).isEqualTo("Person-1");
        });
    services.reports().record(lead, report(58, 13, HOUSE));
    patterns.look();
    assertThat(ofTheHouse(lead, false))
        .singleElement()
        .satisfies(one -> assertThat(one.count()).isEqualTo(7));
    patterns.decide(lead, ofTheHouse(lead, false).getFirst().id(), true, "DC Holt visits.");
    assertThat(ofTheHouse(lead, false)).isEmpty();
  }

  @Test
  void whoMayNotSeeOneOfItsReports_doesNotSeeThatItIsThere() {
    List<UUID> reports = house();
    patterns.look();
    UUID found = ofTheHouse(lead, false).getFirst().id();
    Caller other = server.someone(Right.READ, Right.PEOPLE);
    assertThat(ofTheHouse(other, false)).hasSize(1);
    new Restrictions(server.acts(), server.databases())
        .restrict(lead, reports.getFirst(), List.of(), "A relative works here.");
    long waiting = patterns.waiting(lead);
    assertThat(ofTheHouse(other, false)).isEmpty();
    assertThat(patterns.waiting(other)).isEqualTo(waiting - 1);
    assertThatThrownBy(() -> patterns.open(other, found)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> patterns.decide(other, found, true, "Guessed"))
        .isInstanceOf(Refused.class);
    assertThat(ofTheHouse(lead, false)).hasSize(1);
    Caller elsewhere = server.someone("norchester", List.of("saltmere"), Right.READ, Right.PEOPLE);
    assertThat(patterns.list(elsewhere, false)).isEmpty();
  }

  private List<FoundPattern> of(UUID report, Pattern pattern, Caller caller) {
    return patterns.list(caller, false, pattern).stream()
        .filter(one -> one.reports().stream().anyMatch(told -> told.report().equals(report)))
        .toList();
  }

  /** A report of a child with a name and date of birth. */
  private UUID child(int daysAgo, String given, @Nullable LocalDate born, String place) {
    NewReport made = report(daysAgo, 14, place);
    return services
        .reports()
        .record(
            lead,
            new NewReport(
                made.source(),
                made.reference(),
                made.kind(),
                null,
                made.area(),
                made.narrative(),
                made.occurredFrom(),
                null,
                null,
                null,
                null,
                null,
                null,
                "safeguarding",
                null,
                null,
                List.of(
                    new NewMention(
                        MentionRole.VICTIM,
                        given,
                        "Marlow",
                        born,
                        born == null ? 14 : null,
                        null,
                        null,
                        null,
                        null,
                        null)),
                made.things()))
        .report();
  }

  @Test
  void oneChildWhomNobodyLinked_isNotSeveral_andAddsUp_andTheFindingSaysThatNobodyConfirmedIt() {
    LocalDate born = LocalDate.ofInstant(server.time().instant(), ZoneOffset.UTC).minusYears(14);
    UUID last = new UUID(0, 0);
    for (int i = 0; i < 6; i++) {
      last = child(10 * i, i % 2 == 0 ? "Adalind" : "ADALIND ", born, HOUSE);
    }
    patterns.look();
    assertThat(of(last, Pattern.PLACE_OF_CHILDREN, lead)).isEmpty();
    assertThat(of(last, Pattern.CHILD_ADDS_UP, lead))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.count()).isEqualTo(6);
          assertThat(one.unconfirmed()).isEqualTo(Unconfirmed.ONE);
          assertThat(one.label()).isEqualTo("Adalind Marlow");
        });
  }

  @Test
  void fourReportsThatAreOneChildAsFarAsHeedCanTell_addUp_forThoseWhoMaySeeWhatSaysSo() {
    List<UUID> reports = new ArrayList<>();
    for (String given : List.of("Adalind", "Addie", "Adalinde", "Ada")) {
      reports.add(child(10 * reports.size(), given, null, number + " Weir Lane, Greyport"));
    }
    patterns.look();
    assertThat(of(reports.getFirst(), Pattern.CHILD_ADDS_UP, lead)).isEmpty();
    List<String> mentions =
        server.texts(
            "select id::text from record.mention where family_name = 'Marlow' order by given_name");
    for (int i = 1; i < mentions.size(); i++) {
      server.asOwner(
          "insert into work.proposal (kind, a, b, weight, model, proposed_at, by_a, by_b) values"
              + " ('mention', '"
              + mentions.get(i - 1)
              + "', '"
              + mentions.get(i)
              + "', 14, 'made', now(), null, null)");
    }
    patterns.look();
    assertThat(of(reports.getFirst(), Pattern.CHILD_ADDS_UP, lead))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.count()).isEqualTo(4);
          assertThat(one.unconfirmed()).isEqualTo(Unconfirmed.ONE);
          assertThat(one.reports())
              .extracting(FoundPattern.Told::report)
              .containsExactlyInAnyOrderElementsOf(reports);
        });
    assertThat(patterns.look()).as("nothing new").isZero();
    server.asOwner("update work.proposal set weight = 12");
    patterns.look();
    assertThat(of(reports.getFirst(), Pattern.CHILD_ADDS_UP, lead))
        .as("less likely than what is shipped")
        .isEmpty();
  }

  @Test
  void notFoundAnyMore_itWaitsForNobody_andFoundAgain_itIsAsItWas(@TempDir Path folder)
      throws IOException {
    house();
    patterns.look();
    FoundPattern first = ofTheHouse(lead, false).getFirst();
    Path rules = folder.resolve("england-wales");
    try (Stream<Path> files = Files.walk(Path.of("..", "rulebooks", "england-wales"))) {
      for (Path file : files.toList()) {
        Path to =
            rules.resolve(Path.of("..", "rulebooks", "england-wales").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    Path asked = rules.resolve("patterns.yaml");
    Files.writeString(
        asked,
        Files.readString(asked).replaceFirst("least: 3\n    days: 182", "least: 7\n    days: 182"));
    Patterns stricter =
        new Patterns(
            server.acts(),
            services.accounts(),
            services.sessions(),
            server.databases(),
            server.time(),
            RulebookInForce.load(rules));
    server.clock().pass(Duration.ofHours(6));
    assertThat(stricter.look()).isZero();
    assertThat(ofTheHouse(lead, false)).isEmpty();
    assertThat(patterns.waiting(lead)).isEqualTo(patterns.list(lead, false).size());
    assertThat(patterns.open(lead, first.id()).endedAt()).isNotNull();

    server.clock().pass(Duration.ofHours(6));
    assertThat(patterns.look()).isPositive();
    FoundPattern again = ofTheHouse(lead, false).getFirst();
    assertThat(again.id()).isNotEqualTo(first.id());
    patterns.decide(lead, again.id(), false, "The family of one of them is known to us.");
    server.clock().pass(Duration.ofHours(6));
    stricter.look();
    assertThat(ofTheHouse(lead, true))
        .singleElement()
        .satisfies(one -> assertThat(one.endedAt()).isNotNull());
    server.clock().pass(Duration.ofHours(6));
    patterns.look();
    assertThat(ofTheHouse(lead, false)).as("decided on with these reports").isEmpty();
    assertThat(ofTheHouse(lead, true))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.endedAt()).isNull();
          assertThat(one.decisions()).hasSize(1);
        });
  }
}

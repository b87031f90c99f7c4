package org.heed.server.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.heed.linkage.network.Pattern;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.network.GroupVerdict;
import org.heed.server.network.Groups;
import org.heed.server.network.Networks;
import org.heed.server.person.Identities;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NewThing;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A yard that two groups of suspects use, found once people have said that they are groups. */
@Tag("long")
class BridgesTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  private static final Networks.Question ALL = new Networks.Question(2, null, null);
  private static final String YARD = "Unit 4, Ferry Yard, Greyport";

  private ServerFixture server;
  private RecordServices services;
  private Groups groups;
  private Patterns patterns;
  private Caller lead;
  private UUID first;
  private int number;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
    Identities identities =
        new Identities(server.acts(), server.databases(), new PersonStore(server.databases()));
    groups =
        new Groups(
            server.acts(),
            server.databases(),
            new Networks(server.acts(), server.databases(), identities, RULEBOOK),
            identities,
            RULEBOOK);
    patterns =
        new Patterns(
            server.acts(),
            services.accounts(),
            services.sessions(),
            server.databases(),
            server.time(),
            RULEBOOK);
    lead = server.someone(Right.RECORD, Right.READ, Right.PEOPLE, Right.RESTRICT);
    Random random = new Random(3);
    List<NewReport> others = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      others.add(
          report(
              random.nextInt(900),
              List.of(somebody(MentionRole.SUSPECT, "Other " + i, 44)),
              random.nextInt(160) + " Elm Row, Greyport"));
    }
    services.reports().record(lead, others);
    first = group("Zed", "Yan", 40);
    group("Bram", "Odo", 60);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static NewMention somebody(MentionRole role, String name, int age) {
    return new NewMention(role, name, "Marlow", null, age, null, null, null, null, null);
  }

  private NewReport report(int daysAgo, List<NewMention> people, String place) {
    return new NewReport(
        "made",
        Integer.toString(++number),
        ReportKind.REFERRAL,
        null,
        "greyport",
        "Older adults waited outside; she was afraid.",
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
        people,
        List.of(new NewThing(ThingKind.PLACE, place, null, null)));
  }

  private UUID mention(UUID report, int place) {
    return UUID.fromString(
        server
            .texts(
                "select id::text from record.mention where report = '"
                    + report
                    + "' order by ordinal")
            .get(place));
  }

  /** Two suspects of one report whom the lead says to be a group; one is at the yard later. */
  private UUID group(String one, String other, int daysAgo) {
    UUID report =
        services
            .reports()
            .record(
                lead,
                report(
                    daysAgo,
                    List.of(
                        somebody(MentionRole.VICTIM, "Ada " + one, 14),
                        somebody(MentionRole.SUSPECT, one, 30),
                        somebody(MentionRole.SUSPECT, other, 41)),
                    one + " Street, Greyport"))
            .report();
    UUID suspect =
        services.people().createFor(lead, mention(report, 1), one, "Marlow", null, "Nobody known");
    groups.decide(
        lead, report, ALL, "two-or-more-suspects", GroupVerdict.GROUP, "They came together.");
    UUID later =
        services
            .reports()
            .record(
                lead, report(daysAgo - 30, List.of(somebody(MentionRole.SUSPECT, one, 30)), YARD))
            .report();
    services.people().choose(lead, mention(later, 0), suspect, "Named by the same neighbour.");
    return report;
  }

  private List<FoundPattern> ofTheYard(Caller caller) {
    return patterns.list(caller, false).stream()
        .filter(one -> one.pattern() == Pattern.BRIDGE_AT_PLACE)
        .toList();
  }

  @Test
  void placeInReportsOfBoth_isFound_withWhatTheGroupsRestOn() {
    patterns.look();
    assertThat(ofTheYard(lead))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.label()).isEqualTo(YARD);
          assertThat(one.count()).isEqualTo(2);
          assertThat(one.reports()).hasSize(4).anyMatch(told -> told.report().equals(first));
        });
    assertThat(patterns.look()).isZero();
  }

  @Test
  void undoneGroup_isConnectedWithNothing() {
    groups.decide(
        lead, first, ALL, "two-or-more-suspects", GroupVerdict.UNDONE, "One was mistaken.");
    patterns.look();
    assertThat(ofTheYard(lead)).isEmpty();
  }

  @Test
  void whoMayNotSeeWhatAGroupRestsOn_isNotToldThatSomethingConnectsIt() {
    patterns.look();
    Caller other = server.someone(Right.READ, Right.PEOPLE);
    assertThat(ofTheYard(other)).hasSize(1);
    new Restrictions(server.acts(), server.databases())
        .restrict(lead, first, List.of(), "A relative works here.");
    assertThat(ofTheYard(other)).isEmpty();
    assertThat(ofTheYard(lead)).hasSize(1);
  }
}

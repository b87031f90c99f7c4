package org.heed.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.Identities;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.heed.server.safeguarding.CaseFact;
import org.heed.server.safeguarding.CaseScope;
import org.heed.server.store.KnownAt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether suspects are a group: decided by a named person for one definition, and undone. */
@Tag("long")
class GroupsTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  private static final Networks.Question ALL = new Networks.Question(2, null, null);
  private static final String TWO = "two-or-more-suspects";

  private ServerFixture server;
  private RecordServices services;
  private Groups groups;
  private Caller officer;
  private UUID report;
  private List<UUID> mentions;

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
    officer = server.someone(Right.RECORD, Right.READ, Right.PEOPLE, Right.RESTRICT);
    report =
        record(
            "A",
            "2026-03-01",
            "Two older adults waited for her outside the hotel; she was afraid.",
            somebody(MentionRole.VICTIM, "Ada", 14),
            somebody(MentionRole.SUSPECT, "Zed", 30),
            somebody(MentionRole.SUSPECT, "Yan", 41));
    mentions =
        server
            .texts(
                "select id::text from record.mention where report = '"
                    + report
                    + "' order by ordinal")
            .stream()
            .map(UUID::fromString)
            .toList();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static NewMention somebody(MentionRole role, String name, int age) {
    return new NewMention(role, name, "Marlow", null, age, null, null, null, null, null);
  }

  private UUID record(String reference, String day, String narrative, NewMention... people) {
    return services
        .reports()
        .record(
            officer,
            new NewReport(
                "made",
                reference,
                ReportKind.REFERRAL,
                null,
                "greyport",
                narrative,
                Instant.parse(day + "T12:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                "safeguarding",
                null,
                null,
                List.of(people),
                List.of()))
        .report();
  }

  private Groups.Held held(Caller caller) {
    return groups.around(caller, report, ALL).get(TWO);
  }

  private UUID name() {
    return services
        .people()
        .createFor(officer, mentions.get(1), "Zed", "Marlow", null, "Nobody known");
  }

  private void decide(GroupVerdict verdict, String reason) {
    groups.decide(officer, report, ALL, TWO, verdict, reason);
  }

  @Test
  void decision_standsWithItsMakerReasonAndCounts_forItsDefinitionAlone() {
    UUID suspect = name();
    decide(GroupVerdict.GROUP, "They came together and left together.");
    Groups.Around around = groups.around(officer, suspect, ALL);
    assertThat(around.get(TWO).isDecided()).isTrue();
    assertThat(around.get(TWO).decisions())
        .singleElement()
        .satisfies(made -> {
          assertThat(made.verdict()).isEqualTo(GroupVerdict.GROUP);
          assertThat(made.by()).isEqualTo("Person-1");
          assertThat(made.reason()).isEqualTo("They came together and left together.");
          assertThat(List.of(made.suspects(), made.children(), made.reports()))
              .containsExactly(2, 1, 1);
          assertThat(made.rulebook()).isEqualTo(RULEBOOK.rulebook().id().toString());
        });
    assertThat(around.get("inquiry-network").decisions()).isEmpty();
    assertThat(
            server.count(
                "select count(*) from ledger.entry where kind = 'group.decided' and '"
                    + report
                    + "' = any (subjects)"))
        .isEqualTo(1);
  }

  /** The clock that asks for definitions to be evaluated is met by the decision itself. */
  @Test
  void decision_isAFactOfTheCasesOfItsReports() {
    name();
    CaseScope about =
        new CaseScope(
            server.ids().next(), "greyport", server.acts().now(), Set.of(report), List.of());
    CaseScope other =
        new CaseScope(server.ids().next(), "greyport", server.acts().now(), Set.of(), List.of());
    GroupFacts facts = new GroupFacts(server.databases());
    assertThat(server.acts().plain(officer, () -> facts.facts(List.of(about, other), KnownAt.NOW)))
        .isEmpty();
    decide(GroupVerdict.NO_GROUP, "They never met.");
    Map<UUID, List<CaseFact>> found =
        server.acts().plain(officer, () -> facts.facts(List.of(about, other), KnownAt.NOW));
    assertThat(found).containsOnlyKeys(about.id());
    assertThat(found.get(about.id())).extracting(CaseFact::kind).containsExactly("group-evaluated");
  }

  @Test
  void undone_itHoldsNoMore_andStaysKnown() {
    name();
    assertThatThrownBy(() -> decide(GroupVerdict.UNDONE, "Too early")).isInstanceOf(Refused.class);
    decide(GroupVerdict.GROUP, "They came together.");
    decide(GroupVerdict.UNDONE, "One of them was a driver who did not know them.");
    assertThat(held(officer).isDecided()).isFalse();
    assertThat(held(officer).decisions())
        .extracting(GroupDecision::verdict)
        .containsExactly(GroupVerdict.UNDONE, GroupVerdict.GROUP);
    assertThatThrownBy(() -> decide(GroupVerdict.UNDONE, "Again")).isInstanceOf(Refused.class);
    decide(GroupVerdict.NO_GROUP, "They never met.");
    assertThat(held(officer).isDecided()).isTrue();
  }

  @Test
  void nobodyNamedOrNoReason_isRefused() {
    assertThatThrownBy(() -> decide(GroupVerdict.GROUP, "They came together."))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("person of the record");
    name();
    assertThatThrownBy(() -> decide(GroupVerdict.GROUP, " ")).isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> groups.decide(officer, report, ALL, "none", GroupVerdict.GROUP, "Reason"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void decisionRestingOnAClosedReport_isNotSeen() {
    UUID other = again(name());
    decide(GroupVerdict.GROUP, "They came together.");
    Caller colleague = server.someone(Right.READ, Right.PEOPLE);
    assertThat(groups.around(colleague, other, ALL).get(TWO).decisions()).hasSize(1);
    new Restrictions(server.acts(), server.databases())
        .restrict(officer, report, List.of(), "A relative works here.");
    assertThat(groups.around(colleague, other, ALL).get(TWO).decisions()).isEmpty();
    assertThat(groups.around(officer, other, ALL).get(TWO).decisions()).hasSize(1);
  }

  /** A second report that suspects the same man and another. */
  private UUID again(UUID suspect) {
    UUID second =
        record(
            "B",
            "2026-04-01",
            "The same man was seen near the school with another.",
            somebody(MentionRole.SUSPECT, "Zed", 30),
            somebody(MentionRole.SUSPECT, "Xan", 35),
            somebody(MentionRole.VICTIM, "Bea", 13));
    UUID mention =
        UUID.fromString(
            server.text(
                "select id::text from record.mention where report = '"
                    + second
                    + "' order by ordinal limit 1"));
    services.people().choose(officer, mention, suspect, "Named by the school");
    return second;
  }
}

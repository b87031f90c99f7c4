package org.heed.server.suspected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.decision.Verdict;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.network.Network;
import org.heed.server.network.Networks;
import org.heed.server.person.Identities;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.heed.server.store.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decision on the safety of a child who is suspected: asked, owned, made, and asked again. */
class SuspectedChildrenTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));

  private ServerFixture server;
  private RecordServices services;
  private Identities identities;
  private SuspectedChildren suspected;
  private Caller officer;
  private Caller other;
  private final Map<String, UUID> reports = new HashMap<>();

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
    identities =
        new Identities(server.acts(), server.databases(), new PersonStore(server.databases()));
    suspected =
        new SuspectedChildren(
            server.acts(),
            services.accounts(),
            services.sessions(),
            identities,
            server.databases());
    officer = server.someone(Right.RECORD, Right.READ, Right.PEOPLE, Right.RESTRICT);
    other = server.someone(Right.READ, Right.PEOPLE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private UUID report(String reference, String day, MentionRole role, String name, int age) {
    UUID report =
        services
            .reports()
            .record(
                officer,
                new NewReport(
                    "made",
                    reference,
                    ReportKind.REFERRAL,
                    null,
                    "greyport",
                    "She was seen with an older adult and a new phone.",
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
                    List.of(
                        new NewMention(
                            role, name, "Marlow", null, age, null, null, null, null, null)),
                    List.of()))
            .report();
    reports.put(reference, report);
    return UUID.fromString(
        server.text("select id::text from record.mention where report = '" + report + "'"));
  }

  private UUID person(UUID mention, String name) {
    return services.people().createFor(officer, mention, name, "Marlow", null, "Nobody known");
  }

  private int ask() {
    try {
      server.sequencer().settle();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return suspected.ask();
  }

  private UUID harmedAndSuspected() {
    UUID ada = person(report("A", "2026-03-01", MentionRole.VICTIM, "Ada", 14), "Ada");
    UUID second = report("B", "2026-04-01", MentionRole.SUSPECT, "Ada", 14);
    services.people().choose(officer, second, ada, "Her date of birth");
    return ada;
  }

  private SuspectedChild only(Caller caller) {
    List<SuspectedChild> waiting = suspected.list(caller);
    assertThat(waiting).hasSize(1);
    return waiting.getFirst();
  }

  private void decide(Caller caller, SuspectedVerdict verdict) {
    SuspectedChild child = only(caller);
    suspected.decide(
        caller,
        Objects.requireNonNull(child.id()),
        child.askings(),
        child.decisions().size(),
        verdict,
        "Her worker knows");
  }

  @Test
  void harmedHere_suspectedThere_isAskedOnce_decided_andAskedAgainWithTheNextReport() {
    UUID ada = harmedAndSuspected();
    assertThat(suspected.list(officer)).isEmpty();
    assertThat(ask()).isEqualTo(2);
    assertThat(ask()).isZero();
    SuspectedChild child = only(officer);
    assertThat(child.person()).isEqualTo(ada);
    assertThat(child.name()).isEqualTo("Ada Marlow");
    assertThat(child.reports()).extracting(SuspectedChild.In::reference).containsExactly("B", "A");
    assertThat(suspected.count(officer)).isEqualTo(new SuspectedChildren.Waiting(1, 0));
    decide(officer, SuspectedVerdict.CASE);
    assertThat(suspected.list(officer)).isEmpty();
    SuspectedChild decided = suspected.open(officer, Objects.requireNonNull(child.id()));
    assertThat(decided.waits()).isFalse();
    assertThat(decided.decisions())
        .singleElement()
        .satisfies(one -> assertThat(one.verdict()).isEqualTo(SuspectedVerdict.CASE));

    UUID third = report("C", "2026-05-01", MentionRole.VICTIM, "Ada", 14);
    assertThat(ask()).isZero();
    services.people().choose(officer, third, ada, "Her date of birth");
    assertThat(ask()).isEqualTo(1);
    assertThat(only(officer).decisions()).hasSize(1);
    decide(officer, SuspectedVerdict.NO);
    assertThat(suspected.list(officer)).isEmpty();
  }

  @Test
  void anotherProgramStart_asksForNothingTwice() {
    harmedAndSuspected();
    ask();
    SuspectedChildren again =
        new SuspectedChildren(
            server.acts(),
            services.accounts(),
            services.sessions(),
            identities,
            server.databases());
    assertThat(again.ask()).isZero();
  }

  @Test
  void adults_andChildrenOnlyHarmed_areNotAskedAbout_andASuspectedChildIs_whomeverTheyAre() {
    person(report("A", "2026-03-01", MentionRole.VICTIM, "Ada", 14), "Ada");
    report("B", "2026-03-01", MentionRole.SUSPECT, "Grown", 30);
    report("C", "2026-03-02", MentionRole.SUSPECT, "Young", 17);
    assertThat(ask()).isEqualTo(1);
    SuspectedChild young = only(officer);
    assertThat(young.person()).isNull();
    assertThat(young.why()).isEqualTo("was under 18 when suspected");
  }

  @Test
  void linkUndone_asksNoLonger_andTwoSaidToBeOne_areAskedAboutTogether() {
    UUID ada = person(report("A", "2026-03-01", MentionRole.VICTIM, "Ada", 14), "Ada");
    UUID second = report("B", "2026-04-01", MentionRole.SUSPECT, "Addie", 19);
    UUID addie = person(second, "Addie");
    assertThat(ask()).isZero();
    identities.decide(
        officer, ada, addie, Verdict.SAME, "Her mother", false, new People.Evidence("{}", "none"));
    assertThat(ask()).isEqualTo(2);
    assertThat(only(officer).reports()).hasSize(2);
    services.people().undo(officer, second, addie, "Somebody else");
    assertThat(suspected.list(officer)).isEmpty();
  }

  @Test
  void closedReport_asksNobodyWhoMayNotSeeIt_norTellsThatTheyAreSuspected() {
    UUID ada = harmedAndSuspected();
    ask();
    assertThat(suspected.list(other)).hasSize(1);
    new Restrictions(server.acts(), server.databases())
        .restrict(officer, Objects.requireNonNull(reports.get("B")), List.of(), "A relative");
    assertThat(suspected.list(other)).isEmpty();
    assertThat(suspected.count(other)).isEqualTo(new SuspectedChildren.Waiting(0, 0));
    assertThat(
            server
                .acts()
                .plain(
                    other,
                    () ->
                        org.springframework.jdbc.core.simple.JdbcClient.create(
                                server.databases().app())
                            .sql("select count(*) from record.suspected_asked")
                            .query(Long.class)
                            .single()))
        .isZero();
    assertThat(server.acts().plain(other, () -> suspected.of(Set.of(ada)))).isEmpty();
  }

  @Test
  void decisionOnAClosedReport_keepsItsReasonFromWhoMayNotSeeIt_whoStillDecidesOnTheirs() {
    UUID ada = harmedAndSuspected();
    UUID third = report("C", "2026-05-01", MentionRole.SUSPECT, "Ada", 14);
    services.people().choose(officer, third, ada, "Her date of birth");
    ask();
    new Restrictions(server.acts(), server.databases())
        .restrict(officer, Objects.requireNonNull(reports.get("C")), List.of(), "A relative");
    server.asOwner(
        "update record.restriction set members = '" + officer.account() + "' where restricted");
    decide(officer, SuspectedVerdict.REFER);
    assertThat(suspected.list(other)).isEmpty();
    SuspectedChild seen = server.acts().plain(other, () -> suspected.of(Set.of(ada))).getFirst();
    assertThat(seen.reports()).extracting(SuspectedChild.In::reference).containsExactly("B", "A");
    assertThat(seen.decisions()).isEmpty();
  }

  @Test
  void whatCameBetween_isNotDecidedOnUnseen() {
    UUID ada = harmedAndSuspected();
    ask();
    SuspectedChild before = only(officer);
    UUID third = report("C", "2026-05-01", MentionRole.SUSPECT, "Ada", 14);
    services.people().choose(officer, third, ada, "Her date of birth");
    ask();
    assertThatThrownBy(() ->
            suspected.decide(
                officer,
                Objects.requireNonNull(before.id()),
                before.askings(),
                0,
                SuspectedVerdict.NO,
                "Nothing further"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("look again");
  }

  @Test
  void decisionMadeMeanwhile_isLookedAtFirst() {
    harmedAndSuspected();
    ask();
    SuspectedChild before = only(officer);
    decide(other, SuspectedVerdict.CASE);
    assertThatThrownBy(() ->
            suspected.decide(
                officer,
                Objects.requireNonNull(before.id()),
                before.askings(),
                before.decisions().size(),
                SuspectedVerdict.NO,
                "Nothing further"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Somebody decided meanwhile");
    assertThat(server.count("select count(*) from record.suspected_decision")).isEqualTo(1);
  }

  @Test
  void askingsThatNoLongerStand_hideNobodyWhoWaits() {
    List<UUID> mentions = new ArrayList<>();
    for (int i = 0; i <= SuspectedChildren.MOST; i++) {
      mentions.add(report("L" + i, "2026-03-01", MentionRole.SUSPECT, "Bea", 15));
    }
    ask();
    UUID bea = person(mentions.getFirst(), "Bea");
    mentions.stream()
        .skip(1)
        .forEach(mention -> services.people().choose(officer, mention, bea, "Her date of birth"));
    report("Z", "2026-05-01", MentionRole.SUSPECT, "Zoe", 15);
    ask();
    assertThat(suspected.list(officer))
        .extracting(SuspectedChild::name)
        .containsExactlyInAnyOrder("Bea Marlow", "Zoe Marlow");
  }

  @Test
  void linkUndoneBeforeHeedLooked_isAskedAboutAsWritten() {
    UUID mention = report("A", "2026-03-01", MentionRole.SUSPECT, "Ada", 15);
    UUID ada = person(mention, "Ada");
    ask();
    services.people().undo(officer, mention, ada, "Another Ada");
    ask();
    assertThat(only(officer).person()).isNull();
  }

  @Test
  void whoOwnsTheCase_answersForIt_elseWhoSupervisesTheArea() {
    harmedAndSuspected();
    UUID owner = other.account();
    server.asOwner(
        "insert into access.role_grant (entry, ordinal, account, seq, role, area, granted, reason)"
            + " values (gen_random_uuid(), 0, '"
            + owner
            + "', 1, 'supervisor', 'greyport', true, 'made')");
    ask();
    SuspectedChild.Asked asked = Objects.requireNonNull(only(other).waiting());
    assertThat(asked.owner()).isEqualTo(owner);
    assertThat(suspected.count(other)).isEqualTo(new SuspectedChildren.Waiting(1, 1));
    report("C", "2026-05-01", MentionRole.SUSPECT, "Young", 15);
    UUID young = Objects.requireNonNull(reports.get("C"));
    server.asOwner(
        "insert into record.case_report (entry, ordinal, case_file, report, seq, linked, reason,"
            + " by_account, at) values (gen_random_uuid(), 0, '"
            + young
            + "', '"
            + young
            + "', 1, true, 'made', '"
            + owner
            + "', now())");
    server.asOwner(
        "insert into record.case_owner (entry, ordinal, case_file, seq, owner, team, reason,"
            + " by_account, at) values (gen_random_uuid(), 0, '"
            + young
            + "', 1, '"
            + officer.account()
            + "', 'made', 'made', '"
            + owner
            + "', now())");
    server.asOwner(
        "insert into record.case_state (entry, ordinal, case_file, seq, act, reason, by_account,"
            + " at) values (gen_random_uuid(), 0, '"
            + young
            + "', 1, 'opened', 'made', '"
            + owner
            + "', now())");
    ask();
    assertThat(suspected.list(officer))
        .filteredOn(one -> one.isOf(officer.account()))
        .extracting(SuspectedChild::name)
        .containsExactly("Young Marlow");
  }

  @Test
  void theNetwork_leadsToTheDecision_andSaysWhenItIsMade() {
    UUID ada = harmedAndSuspected();
    Networks networks = new Networks(server.acts(), server.databases(), identities, RULEBOOK);
    Networks.Question all = new Networks.Question(2, null, null);
    assertThat(networks.around(officer, ada, all).cares().getFirst().asked()).isNull();
    ask();
    Network.Care care = networks.around(officer, ada, all).cares().getFirst();
    assertThat(care.asked()).isEqualTo(only(officer).id());
    assertThat(care.decided()).isFalse();
    decide(officer, SuspectedVerdict.REFER);
    assertThat(networks.around(officer, ada, all).cares().getFirst().decided()).isTrue();
  }

  @Test
  void nobodyButTheProgram_asks() {
    UUID ada = harmedAndSuspected();
    assertThatThrownBy(() ->
            server
                .acts()
                .changing(
                    officer,
                    "suspected.asked",
                    act ->
                        act.add(
                            Tables.SUSPECTED_ASKED,
                            act.newId(),
                            ada,
                            Objects.requireNonNull(reports.get("A")),
                            "suspect",
                            null,
                            null,
                            act.at())))
        .isInstanceOf(RuntimeException.class);
    assertThat(server.count("select count(*) from record.suspected_asked")).isZero();
  }
}

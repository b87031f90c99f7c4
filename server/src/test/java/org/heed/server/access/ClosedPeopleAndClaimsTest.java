package org.heed.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.person.PersonFound;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.heed.server.report.SampleReport;
import org.heed.server.store.KnownAt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of whom restricted reports alone speak, and claims of other reviewers. */
class ClosedPeopleAndClaimsTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));

  private ServerFixture server;
  private RecordServices services;
  private Restrictions restrictions;
  private Caller supervisor;
  private Caller officer;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
    restrictions = new Restrictions(server.acts(), server.databases());
    supervisor = server.someone(Right.RECORD, Right.READ, Right.PEOPLE, Right.RESTRICT);
    officer = server.someone(Right.READ, Right.PEOPLE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private UUID report(String reference) {
    return services
        .reports()
        .record(
            supervisor,
            SampleReport.of(
                "test",
                reference,
                ReportKind.REFERRAL,
                null,
                "greyport",
                "She came back with a new phone.",
                null,
                null,
                null,
                null,
                List.of(
                    new NewMention(
                        MentionRole.VICTIM,
                        "Ada",
                        "Marlow",
                        null,
                        14,
                        null,
                        null,
                        null,
                        null,
                        null))))
        .report();
  }

  private UUID mention(UUID report) {
    return UUID.fromString(
        server.text("select id::text from record.mention where report = '" + report + "'"));
  }

  private List<UUID> found(Caller caller) {
    return services.people().find(caller, "Ada", 5).stream().map(PersonFound::person).toList();
  }

  @Test
  void personOfARestrictedReportAlone_isNeitherFoundNorOpened_butByItsMembers() {
    UUID report = report("1");
    UUID ada =
        services.people().createFor(supervisor, mention(report), "Ada", "Marlow", null, "New");
    assertThat(found(officer)).containsExactly(ada);
    restrictions.restrict(supervisor, report, List.of(), "A relative works here.");
    assertThat(found(officer)).isEmpty();
    assertThatThrownBy(() -> services.people().open(officer, ada, () -> KnownAt.NOW))
        .isInstanceOf(Refused.class);
    assertThat(found(supervisor)).containsExactly(ada);
    restrictions.open(officer, report, "I work on it.");
    assertThat(found(officer)).containsExactly(ada);
  }

  @Test
  void personOfAnotherReportToo_isFound_withThatReportAlone() {
    UUID closed = report("1");
    UUID ada =
        services.people().createFor(supervisor, mention(closed), "Ada", "Marlow", null, "New");
    services.people().choose(supervisor, mention(report("2")), ada, "The same school.");
    restrictions.restrict(supervisor, closed, List.of(), "A relative works here.");
    assertThat(services.people().find(officer, "Ada", 5))
        .singleElement()
        .satisfies(person -> assertThat(person.reports()).isEqualTo(1));
    assertThat(services.people().open(officer, ada, () -> KnownAt.NOW).events()).hasSize(1);
  }

  @Test
  void undoneLinkToAnOpenReport_doesNotUncoverWhomAClosedOneNames() {
    UUID closed = report("1");
    UUID ada =
        services.people().createFor(supervisor, mention(closed), "Ada", "Marlow", null, "New");
    UUID open = mention(report("2"));
    services.people().choose(supervisor, open, ada, "The same school.");
    restrictions.restrict(supervisor, closed, List.of(), "A relative works here.");
    assertThat(found(officer)).containsExactly(ada);
    services.people().undo(supervisor, open, ada, "It was her sister.");
    assertThat(found(officer)).isEmpty();
    assertThatThrownBy(() -> services.people().open(officer, ada, () -> KnownAt.NOW))
        .isInstanceOf(Refused.class);
    services.people().choose(supervisor, open, ada, "It was her after all.");
    assertThat(found(officer)).containsExactly(ada);
  }

  @Test
  void undoneLinkToARestrictedReport_doesNotUncoverThePerson() {
    UUID report = report("1");
    UUID ada =
        services.people().createFor(supervisor, mention(report), "Ada", "Marlow", null, "New");
    restrictions.restrict(supervisor, report, List.of(), "A relative works here.");
    services.people().undo(supervisor, mention(report), ada, "It was her sister.");
    assertThat(found(officer)).isEmpty();
  }

  @Test
  void claimOfAnotherReviewer_canBeSeenAndNotTakenAway_untilItHasRunOut() {
    Caller one = server.someone(Right.REVIEW, Right.READ);
    Caller other = server.someone(Right.REVIEW, Right.READ);
    claim(one, "interval '30 minutes'");
    assertThat(deleted(other)).isZero();
    assertThat(deleted(one)).isOne();
    claim(one, "interval '-1 minute'");
    assertThat(deleted(other)).isOne();
  }

  private void claim(Caller caller, String until) {
    server.asOwner(
        "insert into work.claim values ('"
            + server.ids().next()
            + "', '"
            + caller.account()
            + "', 'prompted', now(), now() + "
            + until
            + ")");
  }

  private int deleted(Caller caller) {
    return server
        .acts()
        .plain(
            caller,
            () ->
                JdbcClient.create(server.databases().app()).sql("delete from work.claim").update());
  }
}

package org.heed.server.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.heed.ledger.FactTable;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Role;
import org.heed.server.report.Restrictions;
import org.heed.server.store.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two people have a report destroyed: it goes, nothing else does, and the ledger still verifies.
 */
class DestructionsTest {
  private DestructionScene made;
  private Destructions destructions;

  @BeforeEach
  void start() {
    made = new DestructionScene();
    destructions = made.destructions;
  }

  @AfterEach
  void stop() {
    made.close();
  }

  private static void assertRefused(
      Refused.Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
        .extracting(Refused::code)
        .isEqualTo(code);
  }

  @Test
  void approvedByAnother_theReportIsGone_othersStay_andTheLedgerStillVerifies() {
    UUID gone = made.whole("R/gone");
    UUID stays = made.whole("R/stays");
    List<String> before = made.naming(gone);
    assertThat(before).contains("narrative", "mention", "flag", "crime", "document", "restriction");
    long people = made.scene.server.count("select count(*) from record.person");
    long rows = made.destroy(gone);

    assertThat(rows).isGreaterThan(20);
    assertThat(made.naming(gone)).containsExactly("destruction");
    assertThat(made.naming(stays)).isEqualTo(before);
    assertThat(made.scene.server.count("select count(*) from record.report")).isEqualTo(1);
    assertThat(made.scene.server.count("select count(*) from record.document_part")).isEqualTo(1);
    assertThat(made.scene.server.count("select count(*) from record.thing")).isEqualTo(1);
    assertThat(made.scene.server.count("select count(*) from record.person")).isEqualTo(people - 1);
    assertThat(made.scene.server.count("select count(*) from ledger.destroyed")).isEqualTo(rows);
    assertThat(made.verify()).singleElement().asString().startsWith("ok ");
  }

  @Test
  void everyTableThatGoesWithAReport_isOfAPartThatPeopleAreShown() {
    List<String> go =
        Tables.ALL.stream()
            .map(FactTable::name)
            .filter(table ->
                made.scene.server.count(
                        "select position('select ''"
                            + table
                            + "'',' in"
                            + " pg_get_functiondef('record.rows_of_report(uuid)'::regprocedure))")
                    > 0)
            .toList();
    assertThat(go).contains("report", "report_contact", "identity_decision");
    assertThat(go.stream().map(Part::of)).doesNotContainNull();
  }

  @Test
  void saltsOfWhatIsGone_areGone_andThoseOfWhatStaysAreKept() {
    UUID gone = made.whole("R/gone");
    made.destroy(gone);
    assertThat(
            made.scene.server.count(
                "select count(*) from ledger.salt s where exists (select 1 from ledger.destroyed d"
                    + " where d.entry = s.entry)"))
        .isZero();
    assertThat(
            made.scene.server.count(
                "select count(*) from ledger.survivor v join ledger.destroyed d using (entry,"
                    + " ordinal)"))
        .isZero();
  }

  @Test
  void rowRemovedByHand_isRemoved_notDestroyed() {
    UUID report = made.whole("R/1");
    made.destroy(report);
    UUID other = made.whole("R/2");
    made.scene.server.asOwner(
        "with gone as (delete from record.narrative where report = '"
            + other
            + "' returning entry, ordinal) insert into ledger.destroyed (entry, ordinal,"
            + " commitment, tbl, by_entry) select g.entry, g.ordinal, sha256('made'), 'narrative',"
            + " (select entry from record.destruction_decision) from gone g");
    assertThat(made.verify())
        .anyMatch(line -> line.contains("removed row") && line.contains("narrative"));
  }

  @Test
  void rowChangedByHand_isNotDestroyed_soThatTheChangeStaysToBeFound() {
    UUID report = made.whole("R/1");
    made.scene.server.asOwner(
        "update record.flag set reason = 'Another.' where report = '" + report + "'");
    UUID proposal = made.proposed(report);
    String seen = made.seen(report);
    assertThatThrownBy(() -> destructions.approve(made.second, proposal, "Yes.", seen))
        .hasMessageContaining("not as it was recorded");
    assertThat(made.naming(report)).contains("narrative", "flag");
    assertThat(made.verify()).anyMatch(line -> line.contains("changed row"));
  }

  @Test
  void whoProposed_neverDecides_andOthersDoNotTakeBack() {
    UUID report = made.whole("R/1");
    UUID proposal = made.proposed(report);
    String seen = made.seen(report);
    assertRefused(
        Refused.Code.NOT_ALLOWED, () -> destructions.approve(made.first, proposal, "Yes.", seen));
    assertRefused(Refused.Code.NOT_ALLOWED, () -> destructions.refuse(made.first, proposal, "No."));
    assertRefused(
        Refused.Code.NOT_ALLOWED, () -> destructions.withdraw(made.second, proposal, "No."));
    Caller officer = made.scene.officer;
    assertRefused(
        Refused.Code.NOT_ALLOWED, () -> destructions.approve(officer, proposal, "Yes.", seen));
    assertRefused(Refused.Code.NOT_ALLOWED, () -> destructions.open(officer, report));
    assertThat(made.naming(report)).contains("narrative");
  }

  @Test
  void refusedOrTakenBack_everythingStays_andItCanBeProposedAgain() {
    UUID report = made.whole("R/1");
    destructions.refuse(made.second, made.proposed(report), "It may be needed.");
    UUID again = made.proposed(report);
    assertRefused(Refused.Code.CONFLICT, () -> made.proposed(report));
    destructions.withdraw(made.first, again, "A mistake.");
    assertRefused(
        Refused.Code.CONFLICT,
        () -> destructions.approve(made.second, again, "Yes.", made.seen(report)));
    assertThat(made.naming(report)).contains("narrative");
    assertThat(made.destroy(report)).isPositive();
    assertThat(made.verify()).singleElement().asString().startsWith("ok ");
  }

  @Test
  void whatChangedSinceThePageWasShown_isLookedAtAgain() {
    UUID report = made.whole("R/1");
    UUID proposal = made.proposed(report);
    String seen = made.seen(report);
    made.scene
        .services
        .reports()
        .record(
            made.scene.officer,
            DestructionScene.report(
                "R/1", "She said more today.", List.of(DestructionScene.child())));
    assertThatThrownBy(() -> destructions.approve(made.second, proposal, "Yes.", seen))
        .hasMessageContaining("look again");
    assertThatThrownBy(() -> destructions.approve(made.second, proposal, "Yes.", made.seen(report)))
        .as("not settled yet")
        .hasMessageContaining("try again");
    made.settle();
    assertThat(destructions.approve(made.second, proposal, "Yes.", made.seen(report))).isPositive();
    assertThat(made.verify()).singleElement().asString().startsWith("ok ");
  }

  @Test
  void personWhomAnotherReportSpeaksOf_stays_andWhatThePersonIsKnownByElsewhere() {
    UUID report = made.whole("R/1");
    UUID person = Objects.requireNonNull(made.scene.people(report).getFirst().person());
    UUID other =
        made.scene
            .services
            .reports()
            .record(
                made.scene.officer,
                DestructionScene.report(
                    "R/2", "Seen by the quay again.", List.of(DestructionScene.child())))
            .report();
    made.scene
        .services
        .people()
        .choose(made.scene.officer, made.scene.people(other).getFirst().id(), person, "It is her.");
    made.settle();
    assertThat(destructions.open(made.first, report).preview().stays())
        .extracting(Stays::kind, Stays::of)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("person", person));
    made.destroy(report);
    assertThat(made.scene.server.count("select count(*) from record.person_version")).isEqualTo(1);
    assertThat(made.scene.people(other).getFirst().person()).isEqualTo(person);
    assertThat(made.verify()).singleElement().asString().startsWith("ok ");
  }

  @Test
  void openCase_holdsIt_byItsNumber() {
    UUID id = made.scene.openAt(DestructionScene.START, null);
    UUID report =
        made.scene.views().open(made.scene.officer, id, null).file().reports().getFirst().report();
    made.settle();
    List<Hold> holds = destructions.open(made.first, report).preview().holds();
    assertThat(holds).singleElement().extracting(Hold::kind).isEqualTo("open-case");
    assertThat(holds.getFirst().says()).contains("is open and is about this report");
    assertRefused(Refused.Code.CONFLICT, () -> made.proposed(report));
    close(id);
    assertThat(made.proposed(report)).isNotNull();
  }

  @Test
  void closedCaseThatHeldIt_opensStill_andSaysThatAReportWasDestroyed() {
    UUID id = made.scene.openAt(DestructionScene.START, null);
    UUID report =
        made.scene.views().open(made.scene.officer, id, null).file().reports().getFirst().report();
    made.settle();
    close(id);
    assertThat(destructions.open(made.first, report).preview().stays())
        .extracting(Stays::kind, Stays::of)
        .contains(org.assertj.core.groups.Tuple.tuple("case", id));
    made.destroy(report);
    assertThat(made.scene.views().open(made.scene.officer, id, null).file().reports()).isEmpty();
    assertThat(made.documents().open(made.scene.officer, id).documents()).isEmpty();
    assertThat(destructions.ofCase(made.scene.officer, id))
        .extracting(OfCase::report)
        .containsExactly(report);
  }

  @Test
  void caseOpenedSinceItWasProposed_holdsItToo() {
    UUID id = made.scene.openAt(DestructionScene.START, null);
    UUID report =
        made.scene.views().open(made.scene.officer, id, null).file().reports().getFirst().report();
    made.settle();
    close(id);
    UUID proposal = made.proposed(report);
    made.scene.server.asOwner("delete from record.case_state where act = 'closed'");
    assertRefused(
        Refused.Code.CONFLICT,
        () -> destructions.approve(made.second, proposal, "Yes.", made.seen(report)));
    assertThat(made.naming(report)).contains("narrative");
  }

  private void close(UUID id) {
    made.scene.server.asOwner(
        "insert into record.case_state (entry, ordinal, case_file, seq, act, reason, by_account,"
            + " at) values (gen_random_uuid(), 0, '"
            + id
            + "', 9, 'closed', 'made', gen_random_uuid(), now())");
  }

  @Test
  void whatSomebodySaysMustBeKept_isKept_untilARecordsManagerEndsIt() {
    UUID report = made.whole("R/1");
    UUID proposal = made.proposed(report);
    destructions.hold(made.scene.supervisor, report, HoldKind.INQUIRY, "Asked for by a review.");
    assertRefused(
        Refused.Code.NOT_ALLOWED,
        () -> destructions.lift(made.scene.supervisor, report, HoldKind.INQUIRY, "Over."));
    assertRefused(
        Refused.Code.NOT_ALLOWED,
        () -> destructions.hold(made.scene.officer, report, HoldKind.OTHER, "Mine."));
    assertRefused(
        Refused.Code.CONFLICT,
        () -> destructions.approve(made.second, proposal, "Yes.", made.seen(report)));
    destructions.lift(made.first, report, HoldKind.INQUIRY, "The review is over.");
    made.settle();
    assertThat(destructions.approve(made.second, proposal, "Yes.", made.seen(report))).isPositive();
    assertThat(made.verify()).singleElement().asString().startsWith("ok ");
  }

  @Test
  void charge_keepsItForDisclosure_untilThatDutyIsSaidToHaveEnded() {
    UUID report = made.whole("R/1");
    made.scene.server.asOwner(
        "insert into record.crime_outcome (entry, ordinal, crime, report, seq, outcome, code,"
            + " title, ends, reason, given_at, rulebook, by_account, at) select gen_random_uuid(),"
            + " 0, id, report, 1, 'made', '1', 'made', 'charged', 'made', now(), 'made',"
            + " gen_random_uuid(), '2020-01-01' from record.crime");
    assertThat(destructions.open(made.first, report).preview().holds())
        .singleElement()
        .extracting(Hold::kind)
        .isEqualTo("charged");
    destructions.lift(made.first, report, HoldKind.DISCLOSURE, "Sentence served; no appeal waits.");
    assertThat(destructions.open(made.first, report).preview().isFree()).isTrue();
    made.scene.server.asOwner(
        "insert into record.crime_outcome (entry, ordinal, crime, report, seq, outcome, code,"
            + " title, ends, reason, given_at, rulebook, by_account, at) select gen_random_uuid(),"
            + " 0, id, report, 2, 'made', '1', 'made', 'charged', 'made', now(), 'made',"
            + " gen_random_uuid(), '2040-01-01' from record.crime");
    assertThat(destructions.open(made.first, report).preview().holds())
        .as("somebody else is charged later")
        .extracting(Hold::kind)
        .containsExactly("charged");
  }

  @Test
  void requestOfSomebodyDecidedToBeTheSame_holdsIt_andNoLongerOnceTheyAreTwo() {
    UUID report = made.whole("R/1");
    String person =
        "(select person from record.mention_person where report = '" + report + "' and same)";
    String other = "'ffffffff-0000-7000-8000-000000000001'";
    made.scene.server.asOwner(
        "insert into record.subject_request values (gen_random_uuid(), 0, gen_random_uuid(), "
            + other
            + ", 'general', '2026-05-01', 'By letter.', gen_random_uuid(), now())");
    assertThat(destructions.open(made.first, report).preview().isFree()).isTrue();
    decided(person, other, 1, "same");
    assertThat(destructions.open(made.first, report).preview().holds())
        .extracting(Hold::kind)
        .containsExactly("subject-request");
    decided(person, other, 2, "different");
    assertThat(destructions.open(made.first, report).preview().isFree()).isTrue();
  }

  private void decided(String a, String b, int seq, String verdict) {
    made.scene.server.asOwner(
        "insert into record.identity_decision (entry, ordinal, a, b, seq, verdict, reason,"
            + " evidence, model, decided_at) values (gen_random_uuid(), 0, "
            + a
            + ", "
            + b
            + ", "
            + seq
            + ", '"
            + verdict
            + "', 'made', '{}', 'made', now())");
  }

  @Test
  void messageThatWasJoinedToIt_stays() {
    UUID report = made.whole("R/1");
    made.scene.server.asOwner(
        "insert into record.message_step (entry, ordinal, message, seq, step, report, by_account,"
            + " at) values (gen_random_uuid(), 0, gen_random_uuid(), 9, 'joined', '"
            + report
            + "', gen_random_uuid(), now())");
    made.destroy(report);
    assertThat(
            made.scene.server.count(
                "select count(*) from record.message_step where step = 'joined' and report = '"
                    + report
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void requestThatWaits_andAChildWhoIsMissing_holdIt() {
    UUID report = made.whole("R/1");
    String person =
        "(select person from record.mention_person where report = '" + report + "' and same)";
    made.scene.server.asOwner(
        "insert into record.subject_request values (gen_random_uuid(), 0, gen_random_uuid(), "
            + person
            + ", 'general', '2026-05-01', 'By letter.', gen_random_uuid(), now())");
    made.scene.server.asOwner(
        "insert into record.missing_episode (entry, ordinal, id, person, area, reported_at,"
            + " circumstances, recorded_by) values (gen_random_uuid(), 0, gen_random_uuid(), "
            + person
            + ", 'greyport', '2026-05-03T23:00:00Z', 'made', gen_random_uuid())");
    assertThat(destructions.open(made.first, report).preview().holds())
        .extracting(Hold::kind, Hold::name)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("missing", "4 May 2026"),
            org.assertj.core.groups.Tuple.tuple("subject-request", "1 May 2026"));
  }

  @Test
  void restrictedReport_isProposedByNobodyToWhomItIsClosed() {
    UUID report = made.whole("R/1");
    new Restrictions(made.scene.server.acts(), made.scene.server.databases())
        .restrict(made.scene.supervisor, report, List.of(), "A relative works here.");
    assertRefused(Refused.Code.NOT_FOUND, () -> made.proposed(report));
    assertRefused(Refused.Code.NOT_FOUND, () -> destructions.open(made.first, report));
  }

  @Test
  void recordsManagerOfAnotherArea_hasNothingToDoWithIt() {
    UUID report = made.whole("R/1");
    UUID proposal = made.proposed(report);
    Caller elsewhere = made.scene.someone("brackenford", Role.RECORDS_MANAGER);
    assertRefused(Refused.Code.NOT_FOUND, () -> destructions.open(elsewhere, report));
    assertRefused(Refused.Code.NOT_FOUND, () -> destructions.proposal(elsewhere, proposal));
    assertRefused(
        Refused.Code.NOT_FOUND,
        () -> destructions.approve(elsewhere, proposal, "Yes.", made.seen(report)));
    assertThat(destructions.overview(elsewhere, LocalDate.of(2030, 1, 1), 10).waiting()).isEmpty();
  }

  @Test
  void destroyedReport_isNotTakenAgainFromItsSource() {
    UUID report = made.whole("R/1");
    made.destroy(report);
    assertRefused(
        Refused.Code.DESTROYED,
        () ->
            made.scene
                .services
                .reports()
                .record(
                    made.scene.officer,
                    DestructionScene.report(
                        "R/1", DestructionScene.NARRATIVE, List.of(DestructionScene.child()))));
    assertThat(made.scene.server.count("select count(*) from record.report")).isZero();
  }

  @Test
  void thatItWasDestroyed_isTold_whichItWasToThoseAloneWhoCouldHaveReadIt() {
    UUID report = made.whole("R/1");
    made.destroy(report);
    DestroyedReport told = destructions.destroyed(made.scene.colleague, report).orElseThrow();
    assertThat(told.reference()).isEqualTo("R/1");
    assertThat(told.reason()).isEqualTo("No purpose is left.");
    assertThat(told.proposedBy()).isNotEqualTo(told.decidedBy());
    Caller school = made.scene.of("school", Role.PARTNER);
    DestroyedReport less = destructions.destroyed(school, report).orElseThrow();
    assertThat(less.reference()).isNull();
    assertThat(less.reason()).isNull();
    Caller support = made.scene.of("harbour-support", Role.SUPPORT_PRACTITIONER);
    assertThat(destructions.destroyed(support, report)).isEmpty();
    assertThat(destructions.destroyed(made.scene.officer, UUID.randomUUID())).isEmpty();
  }

  @Test
  void approvedByTwoAtOnce_itGoesOnce() throws Exception {
    UUID report = made.whole("R/1");
    UUID proposal = made.proposed(report);
    String seen = made.seen(report);
    Caller third = made.scene.someone(null, Role.RECORDS_MANAGER);
    List<Boolean> came = new ArrayList<>();
    try (var both = Executors.newFixedThreadPool(2)) {
      List<Future<Boolean>> running = new ArrayList<>();
      for (Caller one : List.of(made.second, third)) {
        Callable<Boolean> approve =
            () -> {
              try {
                return destructions.approve(one, proposal, "Yes.", seen) > 0;
              } catch (Refused refused) {
                return false;
              }
            };
        running.add(both.submit(approve));
      }
      for (Future<Boolean> one : running) {
        came.add(one.get());
      }
    }
    assertThat(came).containsExactlyInAnyOrder(true, false);
    assertThat(made.verify()).singleElement().asString().startsWith("ok ");
  }

  @Test
  void dueReport_stands_untilItIsKeptOrProposed() {
    UUID report = made.whole("R/1");
    UUID other = made.whole("R/2");
    LocalDate before = LocalDate.of(2026, 5, 31);
    LocalDate day = LocalDate.of(2026, 6, 1);
    assertThat(destructions.overview(made.first, before, 10).due()).isEmpty();
    assertThat(destructions.overview(made.first, day, 10).due())
        .extracting(DueReport::id)
        .containsExactlyInAnyOrder(report, other);
    made.proposed(other);
    destructions.keep(made.first, report, LocalDate.of(2036, 6, 1), "Still needed to protect.");
    assertThat(destructions.overview(made.first, day, 10).due()).isEmpty();
    assertThat(destructions.overview(made.first, LocalDate.of(2036, 6, 1), 10).due())
        .extracting(DueReport::id)
        .containsExactly(report);
  }

  @Test
  void applicationsRole_takesNothingOutInAnotherWay() {
    UUID report = made.whole("R/1");
    UUID kept = made.whole("R/2");
    UUID proposal = made.proposed(report);
    Caller second = made.second;
    for (String statement :
        List.of(
            "delete from record.narrative",
            "update record.narrative set text = ''",
            "delete from ledger.salt",
            "insert into ledger.destroyed (entry, ordinal, commitment) values (gen_random_uuid(),"
                + " 0, sha256('made'))",
            "insert into ledger.survivor values (gen_random_uuid(), 0, sha256('made'))",
            "select ledger.carry_out(gen_random_uuid(), '{}', '{}')",
            "select * from record.rows_of_report('" + report + "')",
            "select ledger.row_salt('" + report + "', 0)",
            "truncate record.narrative")) {
      assertThatThrownBy(() -> made.attempt(second, statement))
          .as(statement)
          .hasMessageContaining("permission denied");
    }
    UUID entry = made.scene.server.ids().next();
    assertThatThrownBy(() -> made.attempt(second, "select access.destroy('" + entry + "')"))
        .hasMessageContaining("no decision of two people");
    assertThatThrownBy(() ->
            made.attempt(
                made.first,
                made.entry(entry, made.first),
                made.decision(entry, proposal, "approved", made.first)))
        .as("one's own proposal")
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() ->
            made.attempt(
                second,
                made.entry(entry, second),
                made.decision(entry, proposal, "approved", made.first)))
        .as("in another's name")
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() ->
            made.attempt(
                second,
                made.entry(entry, second),
                made.decision(entry, proposal, "approved", second)))
        .as("approved and not carried out")
        .hasMessageContaining("not carried out");
    assertThatThrownBy(() ->
            made.attempt(
                second,
                made.entry(entry, second),
                made.decision(entry, proposal, "approved", second),
                "insert into record.destruction_item select '"
                    + entry
                    + "', 1 + row_number() over (), r.entry, r.ordinal from"
                    + " access.rows_to_destroy('"
                    + kept
                    + "') r",
                "select access.destroy('" + entry + "')"))
        .as("another report's rows")
        .hasMessageContaining("not the rows");
    assertThatThrownBy(() ->
            made.attempt(
                made.scene.officer,
                made.entry(entry, made.scene.officer),
                made.decision(entry, proposal, "approved", made.scene.officer)))
        .as("without the right")
        .hasMessageContaining("row-level security");
    assertThat(made.naming(report)).contains("narrative");
    assertThat(made.naming(kept)).contains("narrative");
    assertThat(made.verify()).singleElement().asString().startsWith("ok ");
  }

  @Test
  void drafts_claims_andAnswersKeptBesideTheRecord_forgetIt() throws SQLException {
    UUID report = made.whole("R/1");
    made.scene.server.asOwner(
        "insert into work.draft values (gen_random_uuid(), gen_random_uuid(), 'amend', 'of "
            + report
            + "', now())");
    made.scene.server.asOwner(
        "insert into work.claim values ('"
            + report
            + "', gen_random_uuid(), 'made', now(), now())");
    made.scene.server.asOwner(
        "insert into work.proposal select 'mention', m.id, gen_random_uuid(), 1, 'made', now() from"
            + " record.mention m where m.report = '"
            + report
            + "'");
    made.destroy(report);
    for (String table : Set.of("draft", "claim", "proposal")) {
      assertThat(made.scene.server.count("select count(*) from work." + table)).as(table).isZero();
    }
  }
}

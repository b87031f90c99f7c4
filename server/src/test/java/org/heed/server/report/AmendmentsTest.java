package org.heed.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.KeptLinks;
import org.heed.server.person.PersonStore;
import org.heed.server.report.Recorded.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report that a person puts right. */
class AmendmentsTest {
  private static final Instant RECORDED = Instant.parse("2026-01-05T09:30:00Z");
  private static final NewMention CHILD =
      new NewMention(
          MentionRole.VICTIM, "Ada", "Marlow", null, 14, "female", null, "not-stated", null, "P-7");

  private ServerFixture server;
  private ReportDesk desk;
  private Amendments amendments;
  private Caller officer;
  private UUID report;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    desk =
        new ReportDesk(
            server.acts(),
            new ReportStore(server.databases()),
            List.of(new KeptLinks(new PersonStore(server.databases()))));
    amendments =
        new Amendments(
            server.acts(),
            new AmendmentStore(server.databases()),
            new ReportFiles(server.databases()),
            desk);
    officer = server.someone(Right.RECORD, Right.READ);
    report = desk.record(officer, sent("Missing since Friday.")).report();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static NewReport sent(String narrative) {
    return new NewReport(
        "intake",
        "1",
        ReportKind.MISSING_EPISODE,
        NoticeRoute.CHILD,
        "AV",
        narrative,
        RECORDED.minus(Duration.ofDays(2)),
        null,
        null,
        RECORDED,
        "71",
        "B2P",
        "the intake system",
        "safeguarding",
        null,
        null,
        List.of(CHILD));
  }

  private Amendment amendment(int version, String narrative, NewMention said) {
    ReportFile file = amendments.open(officer, report);
    return new Amendment(
        version,
        ReportKind.REFERRAL,
        file.route(),
        narrative,
        file.occurredFrom(),
        null,
        null,
        List.of(new Amendment.Person(said, file.people().getFirst().id())),
        List.of(),
        "She said so herself.");
  }

  private static NewMention called(String name) {
    return new NewMention(
        MentionRole.VICTIM, name, "Marlow", null, 14, null, null, null, null, null);
  }

  @Test
  void amendment_isANewVersion_thatKeepsWhatItDoesNotSay() {
    long before = server.count("select count(*) from ledger.entry where kind = 'report.amended'");
    assertThat(amendments.amend(officer, report, amendment(1, "Back on Sunday.", called("Adah"))))
        .isEqualTo(2);
    assertThat(server.count("select count(*) from ledger.entry where kind = 'report.amended'"))
        .isEqualTo(before + 1);
    ReportFile now = amendments.open(officer, report);
    assertThat(now.narrative()).isEqualTo("Back on Sunday.");
    assertThat(now.kind()).isEqualTo(ReportKind.REFERRAL);
    assertThat(now.recordedAt()).isEqualTo(RECORDED);
    assertThat(now.offence()).isEqualTo("71");
    assertThat(now.grading()).isEqualTo("B2P");
    assertThat(now.people())
        .singleElement()
        .satisfies(child -> {
          assertThat(child.givenName()).isEqualTo("Adah");
          assertThat(child.sex()).isEqualTo("female");
        });
    assertThat(server.text("select source_key from record.mention where version = 2"))
        .isEqualTo("P-7");
  }

  @Test
  void everyVersion_staysReadable_withItsAuthorMomentAndReason() {
    Instant before = server.clock().instant();
    server.clock().pass(Duration.ofDays(3));
    amendments.amend(officer, report, amendment(1, "Back on Sunday.", called("Adah")));
    List<ReportVersion> versions = amendments.history(officer, report);
    assertThat(versions)
        .extracting(version -> version.file().narrative())
        .containsExactly("Missing since Friday.", "Back on Sunday.");
    assertThat(versions)
        .extracting(version -> version.file().people().getFirst().givenName())
        .containsExactly("Ada", "Adah");
    assertThat(versions)
        .extracting(ReportVersion::writtenAt)
        .containsExactly(before, before.plus(Duration.ofDays(3)));
    assertThat(versions).extracting(ReportVersion::author).containsOnly("Person-1");
    assertThat(versions)
        .extracting(ReportVersion::reason)
        .containsExactly(null, "She said so herself.");
  }

  @Test
  void whoAmendsWhatIsNoLongerTheNewest_isToldSo() {
    amendments.amend(officer, report, amendment(1, "Back on Sunday.", called("Adah")));
    assertThatThrownBy(
            () -> amendments.amend(officer, report, amendment(1, "Back on Monday.", called("Ada"))))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(Refused.Code.CONFLICT));
  }

  @Test
  void sourceThatSendsTheSameAgain_doesNotUndoTheAmendment_butNewsOfItIsTaken() {
    amendments.amend(officer, report, amendment(1, "Back on Sunday.", called("Adah")));
    assertThat(desk.record(officer, sent("Missing since Friday.")).outcome())
        .isEqualTo(Outcome.SAME);
    Recorded news = desk.record(officer, sent("Missing since Friday, again."));
    assertThat(news.outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(news.version()).isEqualTo(3);
  }

  @Test
  void amendmentWithoutReasonOrChange_isRefused() {
    ReportFile file = amendments.open(officer, report);
    Amendment same =
        new Amendment(
            1,
            file.kind(),
            file.route(),
            file.narrative(),
            file.occurredFrom(),
            null,
            null,
            List.of(new Amendment.Person(called("Ada"), file.people().getFirst().id())),
            List.of(),
            "Looked at again.");
    assertThatThrownBy(() -> amendments.amend(officer, report, same))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Nothing is changed");
    Amendment silent =
        new Amendment(
            1,
            same.kind(),
            same.route(),
            "Otherwise.",
            null,
            null,
            null,
            same.people(),
            List.of(),
            " ");
    assertThatThrownBy(() -> amendments.amend(officer, report, silent)).isInstanceOf(Refused.class);
  }

  @Test
  void reportOfAnotherArea_isNeitherAmendedNorRead() {
    Caller elsewhere = server.someone("norchester", List.of("brook"), Right.RECORD, Right.READ);
    Amendment amendment = amendment(1, "Back on Sunday.", called("Adah"));
    assertThatThrownBy(() -> amendments.amend(elsewhere, report, amendment))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> amendments.history(elsewhere, report)).isInstanceOf(Refused.class);
  }
}

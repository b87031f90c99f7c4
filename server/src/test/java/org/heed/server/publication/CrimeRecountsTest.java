package org.heed.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.figures.decompose.Accounting;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.crime.Crimes;
import org.heed.server.crime.Grounded;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.review.FlagDecision;
import org.heed.server.store.KnownAt;
import org.junit.jupiter.api.Test;

class CrimeRecountsTest {
  private static final Path SHIPPED = Path.of("../rulebooks/england-wales");
  private static final Instant AT = Instant.parse("2026-05-12T10:00:00Z");
  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final LocalDate TO = LocalDate.of(2026, 6, 30);

  /** The rulebook in which rape is counted for each victim and group, and slavery not beside it. */
  private static Rulebook earlier() throws Exception {
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(SHIPPED));
    files.remove("counting/rape-per-offender.yaml");
    files.remove("counting/modern-slavery-in-addition.yaml");
    return RulebookLoader.parse(files);
  }

  @Test
  void crimesOnRecord_areCountedByAnotherRulebook_andTheirFlagsGoAlong() throws Exception {
    try (ServerFixture server = ServerFixture.create()) {
      server.clock().set(AT);
      RecordServices services =
          RecordServices.of(
              server.databases(),
              server.time(),
              server.ids(),
              RulebookInForce.load(SHIPPED),
              new Random(7));
      Caller team =
          server.someone(Right.RECORD, Right.READ, Right.REVIEW, Right.CRIME, Right.PEOPLE);
      UUID report = report(services, team, "1");
      List<UUID> people = people(server, team, report);
      assertThat(
              services
                  .crimes()
                  .record(team, report, said(people.get(0), people.subList(1, 3), "19D", "106")))
          .hasSize(3);
      services
          .flags()
          .decide(
              team,
              new FlagDecision(
                  report, null, FlagDecision.Answer.YES, Map.of(), null, "officer", "r", AT, null));
      UUID other = report(services, team, "2");
      services
          .crimes()
          .record(team, other, said(people(server, team, other).getFirst(), List.of(), "88A"));
      settle(server);
      CrimeRecounts recounts =
          new CrimeRecounts(server.acts(), new CrimeHistories(server.databases()));
      Caller analyst = server.someone(Right.FIGURES, Right.PSEUDONYMISED);

      CrimeRecounts.Answer same =
          recounts.ask(analyst, RulebookLoader.load(SHIPPED), FROM, TO, false);
      assertThat(same.recorded()).isEqualTo(4);
      assertThat(same.counted()).as("by the rulebook that made them").isEqualTo(4);

      CrimeRecounts.Answer before = recounts.ask(analyst, earlier(), FROM, TO, false);
      assertThat(before.recorded()).isEqualTo(4);
      assertThat(before.counted()).as("one for the group, one for the other child").isEqualTo(2);
      assertThat(before.split().parts())
          .extracting(Accounting.Part::step)
          .containsExactly("rulebook", "period");
      assertThat(before.split().parts().stream().mapToLong(Accounting.Part::whole).sum())
          .isEqualTo(2);
      CrimeRecounts.Answer flagged = recounts.ask(analyst, earlier(), FROM, TO, true);
      assertThat(flagged.recorded()).isEqualTo(3);
      assertThat(flagged.counted()).isEqualTo(1);
      assertThatThrownBy(() -> recounts.ask(team, earlier(), FROM, TO, false))
          .isInstanceOf(Refused.class);
    }
  }

  private static UUID report(RecordServices services, Caller team, String reference) {
    return services
        .reports()
        .record(
            team,
            SampleReport.of(
                "test",
                reference,
                ReportKind.CRIME_REPORT,
                NoticeRoute.CHILD,
                "greyport",
                "A child was found with older adults at a hotel.",
                AT,
                AT,
                AT,
                AT,
                List.of(
                    someone(MentionRole.VICTIM, "Robin"),
                    someone(MentionRole.SUSPECT, "Ash"),
                    someone(MentionRole.SUSPECT, "Lee"))))
        .report();
  }

  private static NewMention someone(MentionRole role, String name) {
    return new NewMention(role, name, "Reed", null, 14, null, null, null, null, null);
  }

  private static List<UUID> people(ServerFixture server, Caller team, UUID report) {
    return server
        .acts()
        .plain(team, () -> new ReportFiles(server.databases()).find(report, KnownAt.NOW))
        .orElseThrow()
        .people()
        .stream()
        .map(ReportFile.Mention::id)
        .toList();
  }

  private static Crimes.Committed said(UUID victim, List<UUID> suspects, String... offences) {
    return new Crimes.Committed(
        List.of(victim), suspects, List.of(offences), "Evidenced", Grounded.NONE);
  }

  private static void settle(ServerFixture server) throws SQLException {
    server.sequencer().settle();
  }
}

package org.heed.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.missing.EpisodeClocks;
import org.heed.server.missing.Missing;
import org.heed.server.missing.MissingStore;
import org.heed.server.pattern.Patterns;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.tellus.Inbox;
import org.heed.server.tellus.TellUsSettings;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.Scenario;
import org.junit.jupiter.api.Test;

/** What the demonstration has of the moment at which it is first started. */
class DemoPresentTest {
  private static final ForceParameters MONTHS =
      new ForceParameters(
          1,
          600,
          ForceParameters.DEFAULT_END.minusYears(1).plusDays(1),
          ForceParameters.DEFAULT_END,
          Scenario.RECOGNITION_ONLY);

  @Test
  void present_hasMessagesReadAndUnread_andChildrenMissingAndFound() throws Exception {
    RulebookInForce rulebook = RulebookInForce.load(Path.of("../rulebooks/england-wales"));
    try (ServerFixture server = ServerFixture.create()) {
      new DemoForce(server.databases(), server.key(), rulebook, MONTHS).load(_ -> {});
      RecordServices services =
          RecordServices.of(
              server.databases(), server.time(), server.ids(), rulebook, new Random(3));
      DemoSignIns.ensure(services, "long enough to keep");
      Caller hub = signedIn(services, "hub");
      Path folder = ServerFixture.folder();
      DemoPresent.settings(folder);
      Instant now =
          ForceParameters.DEFAULT_END.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
      server.clock().set(now);
      TellUsSettings settings = TellUsSettings.in(folder, Set.of());
      assertThat(settings.hours().areKnown()).isTrue();

      new DemoPresent(server.databases(), services, rulebook, settings, hub, now).load();

      Inbox inbox = Inbox.of(server.acts(), server.databases(), services.reports(), server.time());
      assertThat(inbox.counts(hub))
          .isEqualTo(new Inbox.Counts(2, 1, now.minus(Duration.ofHours(2)), 1, 1, 3));
      assertThat(inbox.decided(hub, 1).rows()).hasSize(1);
      assertThat(server.count("select count(*) from record.report where source = 'professional'"))
          .isEqualTo(1);
      assertThat(
              server.count(
                  "select count(*) from record.reading where ask is not null and report ="
                      + " (select id from record.report where source = 'professional')"))
          .as("what was told is read")
          .isEqualTo(1);
      Missing missing =
          new Missing(
              server.acts(),
              new MissingStore(server.databases()),
              new PersonStore(server.databases()),
              new EpisodeClocks(rulebook, server.time()),
              rulebook,
              server.time());
      // After the second of three episodes nobody recorded a prevention interview.
      assertThat(missing.counts(hub)).isEqualTo(new Missing.Counts(2, 1, 2, 1, 1));
      Missing.Board board = missing.board(hub);
      assertThat(board.missing().getFirst().grades()).isEmpty();
      assertThat(missing.open(hub, board.missing().getLast().id()).clocks())
          .anyMatch(clock -> clock.standard().id().equals("repeat-missing-meeting"));
      assertThat(board.owing().rows()).hasSize(2);
      assertThat(server.count("select count(*) from work.telling")).isZero();

      Instant ofRealClocks = now.plusNanos(1);
      new DemoShared(server.databases(), rulebook, hub, signedIn(services, "support"), ofRealClocks)
          .load();

      assertThat(server.count("select count(*) from record.referral")).isPositive();
      assertThat(server.count("select count(*) from record.pack")).isEqualTo(1);
      new DemoDocuments(server.databases(), rulebook, hub, ofRealClocks).load();
      assertThat(server.count("select count(*) from record.document")).isEqualTo(3);
      assertThat(server.count("select count(*) from record.paper")).isEqualTo(1);
      assertThat(server.count("select count(*) from record.disclosure_decision")).isEqualTo(1);
      new DemoOutcomes(server.databases(), services, rulebook, hub, ofRealClocks).load();
      assertThat(server.count("select count(*) from record.crime_outcome")).isPositive();
      assertThat(server.count("select count(*) from record.measure")).isEqualTo(2);
      assertThat(server.count("select count(*) from record.measure_step")).isEqualTo(3);
      new DemoPatterns(server.databases(), rulebook, hub, ofRealClocks).load();
      new Patterns(
              server.acts(),
              services.accounts(),
              services.sessions(),
              server.databases(),
              server.time(),
              rulebook)
          .look();
      assertThat(server.texts("select pattern from record.pattern"))
          .as("found as in any record, among a force's reports")
          .contains("cluster-at-place", "bridge-at-place");
      assertThat(server.count("select count(*) from record.tie")).isEqualTo(1);
    }
  }

  private static Caller signedIn(RecordServices services, String name) {
    return services
        .sessions()
        .find(services.sessions().signIn(name, "long enough to keep", "api").orElseThrow())
        .orElseThrow();
  }
}

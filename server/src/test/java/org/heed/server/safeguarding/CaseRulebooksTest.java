package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.clocks.State;
import org.heed.clocks.Why;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Standard;
import org.heed.server.recognition.PastRulebooks;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Clocks run under the rulebook that was in force when they started, in the nation of their area.
 */
class CaseRulebooksTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private CaseScene scene;
  private PastRulebooks.Term first;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    first = new PastRulebooks.Term(Instant.MIN, CaseScene.RULEBOOK.rulebook());
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  /** The shipped rulebook with a text of one file in another's place. */
  private static Rulebook changed(String file, Map<String, String> texts) throws Exception {
    Map<String, String> files =
        new TreeMap<>(RulebookLoader.files(Path.of("..", "rulebooks", "england-wales")));
    texts.forEach((from, to) ->
        files.computeIfPresent(
            file,
            (_, text) -> {
              assertThat(text).contains(from);
              return text.replaceFirst(java.util.regex.Pattern.quote(from), to);
            }));
    return RulebookLoader.parse(files);
  }

  private List<CaseClock> clocks(UUID id, @Nullable Instant at, PastRulebooks.Term... terms) {
    CaseClocks clocks =
        new CaseClocks(
            (_, now) -> List.of(terms).stream().filter(one -> !one.from().isAfter(now)).toList(),
            scene.sources,
            new ChildRecords(scene.server.databases()),
            scene.server.time());
    CaseScope scope = scene.view(id).file().scope();
    return scene
        .server
        .acts()
        .plain(
            scene.officer,
            () -> clocks.of(List.of(scope), at == null ? KnownAt.NOW : new KnownAt(at, null)))
        .getOrDefault(id, List.of());
  }

  private static CaseClock seen(List<CaseClock> clocks) {
    return of(clocks, "child-seen");
  }

  private static CaseClock of(List<CaseClock> clocks, String standard) {
    List<CaseClock> found =
        clocks.stream().filter(one -> one.clock().standard().id().equals(standard)).toList();
    assertThat(found).as(standard).hasSize(1);
    return found.getFirst();
  }

  @Test
  void clockThatRanBeforeAnAdoption_keepsItsDeadlineAndNamesItsRulebook() throws Exception {
    PastRulebooks.Term shorter =
        new PastRulebooks.Term(
            START.plus(DAY.multipliedBy(10)),
            changed("standards/child-seen.yaml", Map.of("within: 24 hours", "within: 12 hours")));
    UUID early = scene.openAt(START, scene.officer.account());
    UUID late = scene.openAt(START.plus(DAY.multipliedBy(11)), scene.officer.account());

    assertThat(seen(clocks(early, null, first, shorter)).clock().deadline())
        .contains(START.plus(DAY));
    assertThat(seen(clocks(early, null, first, shorter)).rulebook())
        .isEqualTo(first.rulebook().id().toString());
    assertThat(seen(clocks(early, START.plus(DAY), first, shorter)).clock().deadline())
        .as("as known before it was adopted")
        .contains(START.plus(DAY));
    assertThat(seen(clocks(late, null, first, shorter)).clock().deadline())
        .contains(START.plus(DAY.multipliedBy(11)).plus(Duration.ofHours(12)));
    assertThat(seen(clocks(late, null, first, shorter)).rulebook())
        .isEqualTo(shorter.rulebook().id().toString());
  }

  @Test
  void standardThatIsToHoldLater_leavesWhatRunsAndWhatStartsUntilThen() throws Exception {
    PastRulebooks.Term later =
        new PastRulebooks.Term(
            START.plus(DAY.multipliedBy(10)),
            changed(
                "standards/child-seen.yaml",
                Map.of(
                    "within: 24 hours",
                    "within: 12 hours",
                    "in_force: 2015-01-01",
                    "in_force: 2026-04-01")));
    UUID early = scene.openAt(START, scene.officer.account());
    UUID between = scene.openAt(START.plus(DAY.multipliedBy(12)), scene.officer.account());
    UUID late = scene.openAt(Instant.parse("2026-04-02T10:00:00Z"), scene.officer.account());

    assertThat(seen(clocks(early, null, first, later)).clock().deadline())
        .contains(START.plus(DAY));
    assertThat(seen(clocks(between, null, first, later)).clock().deadline())
        .contains(START.plus(DAY.multipliedBy(13)));
    assertThat(seen(clocks(late, null, first, later)).clock().deadline())
        .contains(Instant.parse("2026-04-02T22:00:00Z"));
  }

  @Test
  void caseInAWelshArea_getsNoClockThatIsForEngland() throws Exception {
    UUID id = scene.openAt(START, scene.officer.account());
    scene.cases.record(
        scene.officer, id, "missing-found", START, null, null, "Found at a friend's home.");
    PastRulebooks.Term wales =
        new PastRulebooks.Term(
            Instant.MIN, changed("areas.yaml", Map.of("nation: england", "nation: wales")));

    assertThat(of(clocks(id, null, first), "return-interview").clock().state())
        .isEqualTo(State.DUE);
    assertThat(of(clocks(id, null, wales), "return-interview").clock().why())
        .isEqualTo(Why.OTHER_NATION);
    assertThat(of(clocks(id, null, wales), "prevention-interview").clock().state())
        .isEqualTo(State.DUE);
  }

  @Test
  void clockGoesByTheCalendarOfItsArea() throws Exception {
    Instant thursday = Instant.parse("2026-04-02T10:00:00Z");
    UUID id = scene.openAt(thursday, scene.officer.account());
    scene.cases.record(
        scene.officer, id, "social-care-referred", thursday, null, null, "By telephone.");
    PastRulebooks.Term scotland =
        new PastRulebooks.Term(
            Instant.MIN,
            changed("areas.yaml", Map.of("calendar: england-and-wales", "calendar: scotland")));

    assertThat(day(of(clocks(id, null, first), "referral-decided"))).isEqualTo("2026-04-07");
    assertThat(day(of(clocks(id, null, scotland), "referral-decided"))).isEqualTo("2026-04-06");
  }

  /** Who is told, and when after the deadline, is what the standard says. */
  @Test
  void escalation_isTheStandards() throws Exception {
    Rulebook other =
        changed(
            "standards/child-seen.yaml",
            Map.of(
                "escalate: {after: 6 hours, to: supervisors}",
                "escalate: {after: 2 days, to: nobody}"));
    UUID id = scene.openAt(START, scene.officer.account());
    CaseDeadline shipped = seenOf(id);
    assertThat(shipped.pastFrom()).isEqualTo(shipped.due().plus(Duration.ofHours(6)));
    assertThat(shipped.to()).isEqualTo(Standard.To.SUPERVISORS);
    scene.rulebooks = (_, _) -> List.of(new PastRulebooks.Term(Instant.MIN, other));
    scene.standings().rebuild();
    CaseDeadline changed = seenOf(id);
    assertThat(changed.due()).isEqualTo(shipped.due());
    assertThat(changed.nearsFrom()).isEqualTo(shipped.nearsFrom());
    assertThat(changed.pastFrom()).isEqualTo(Instant.parse("2026-03-05T23:59:59.999999Z"));
    assertThat(changed.to()).isEqualTo(Standard.To.NOBODY);
  }

  private CaseDeadline seenOf(UUID id) {
    CaseDeadlines deadlines = scene.deadlines();
    deadlines.settle();
    return deadlines.after(scene.officer, null, null).deadlines().stream()
        .filter(one -> one.caseFile().equals(id) && one.about().startsWith("child-seen:"))
        .findFirst()
        .orElseThrow();
  }

  private static String day(CaseClock clock) {
    return clock
        .clock()
        .deadline()
        .orElseThrow()
        .atZone(org.heed.server.web.Words.LONDON)
        .toLocalDate()
        .toString();
  }
}

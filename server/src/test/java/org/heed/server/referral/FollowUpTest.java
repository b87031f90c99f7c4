package org.heed.server.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of referrals is counted of those that were sent, and not told of a few. */
class FollowUpTest {
  private static final Instant SENT = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant FROM = SENT.minus(Duration.ofDays(1));
  private static final Instant NOW = SENT.plus(Duration.ofDays(20));
  private static final Instant TO = SENT.plus(Duration.ofDays(1));

  private static Referral referral(boolean accepted, @Nullable Duration reached, Step... more) {
    List<Referral.Happened> steps = new ArrayList<>();
    steps.add(new Referral.Happened(Step.SENT, null, SENT, null, "A"));
    if (accepted) {
      steps.add(new Referral.Happened(Step.ACCEPTED, null, SENT, null, "B"));
    }
    for (Step step : more) {
      steps.add(
          new Referral.Happened(
              step, step == Step.OUTCOME ? Outcome.SAFER : null, SENT, "Said", "B"));
    }
    List<Contact> contacts = new ArrayList<>();
    contacts.add(new Contact(Contact.Kind.TRIED, SENT.plusSeconds(60), "Tried", "B"));
    if (reached != null) {
      contacts.add(new Contact(Contact.Kind.SEEN, SENT.plus(reached), "Seen", "B"));
    }
    return new Referral(
        new UUID(1, 1),
        new UUID(1, 2),
        "Ottoline Marsh",
        null,
        new NewReferral(
            Service.SUPPORT,
            "greyport",
            "Harbour",
            null,
            "Why",
            Basis.CONSENT,
            "She asked.",
            Agreement.YES,
            "At school",
            "None known"),
        "A",
        SENT,
        steps,
        contacts,
        List.of());
  }

  @Test
  void sharesAreOfThoseSent_withTheirExactInterval() {
    List<Referral> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(referral(true, Duration.ofHours(10 + i), Step.OUTCOME));
    }
    for (int i = 0; i < 5; i++) {
      all.add(referral(false, null, Step.REJECTED));
    }
    FollowUp row = FollowUp.of("Harbour", all, FROM, TO, NOW);
    assertThat(row.sent()).isEqualTo(12);
    assertThat(row.accepted()).isEqualTo(7);
    assertThat(row.reached()).as("an attempt is no contact").isEqualTo(7);
    assertThat(row.withOutcome()).isEqualTo(7);
    assertThat(row.middleTime().orElseThrow().time())
        .as("the sixth of twelve, since five wait still")
        .isEqualTo((double) Duration.ofHours(15).toSeconds());
    // Clopper and Pearson for 7 of 12: 0.2767 to 0.8483.
    assertThat(row.share(7).orElseThrow().lower()).isCloseTo(0.2767, within(0.0001));
    assertThat(row.share(7).orElseThrow().upper()).isCloseTo(0.8483, within(0.0001));
    assertThat(row.agreed())
        .contains(new FollowUp.Part(Agreement.YES.title(), OptionalLong.of(12)));
    assertThat(row.outcomes())
        .contains(
            new FollowUp.Part(Outcome.SAFER.title(), OptionalLong.of(7)),
            new FollowUp.Part(Outcome.NO_CHANGE.title(), OptionalLong.of(0)));
    assertThat(FollowUp.share(7, row.withOutcome())).as("all of them").isPresent();
    assertThat(row.ended())
        .contains(
            new FollowUp.Part(Step.OUTCOME.title(), OptionalLong.of(7)),
            new FollowUp.Part(Step.REJECTED.title(), OptionalLong.of(5)));
  }

  @Test
  void fewOfMany_areKeptBack_andWhatTheyWouldFollowFrom() {
    List<Referral> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(referral(true, null, Step.OUTCOME));
    }
    all.add(referral(false, null, Step.REJECTED));
    all.add(referral(false, null, Step.REJECTED));
    FollowUp row = FollowUp.of("Harbour", all, FROM, TO, NOW);
    assertThat(row.share(6)).as("two were not").isEmpty();
    assertThat(row.share(2)).isEmpty();
    assertThat(row.share(8)).isPresent();
    assertThat(row.ended())
        .contains(
            new FollowUp.Part(Step.OUTCOME.title(), OptionalLong.empty()),
            new FollowUp.Part(Step.REJECTED.title(), OptionalLong.empty()));
  }

  @Test
  void contactFromBeforeItWasSent_isNoneOfTheReferral() {
    assertThat(referral(true, Duration.ofHours(-3)).firstReached()).isEmpty();
    assertThat(referral(true, Duration.ofHours(3)).firstReached())
        .contains(SENT.plus(Duration.ofHours(3)));
  }

  @Test
  void ofFewerThanFive_noShareAndNoTimeIsTold() {
    List<Referral> four =
        List.of(
            referral(true, Duration.ofHours(1)),
            referral(true, Duration.ofHours(2)),
            referral(true, Duration.ofHours(3)),
            referral(true, Duration.ofHours(4)));
    FollowUp row = FollowUp.of("Harbour", four, FROM, TO, NOW);
    assertThat(row.share(4)).isEmpty();
    assertThat(row.middleTime()).isEmpty();
  }

  @Test
  void whatWasNotSentInTheTime_isNotCounted() {
    assertThat(
            FollowUp.of("Harbour", List.of(referral(true, null)), TO, TO.plusSeconds(1), NOW)
                .sent())
        .isZero();
  }
}

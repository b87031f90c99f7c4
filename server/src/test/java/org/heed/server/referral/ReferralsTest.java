package org.heed.server.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.missing.EpisodeClocks;
import org.heed.server.missing.Missing;
import org.heed.server.missing.MissingStore;
import org.heed.server.missing.NewEpisode;
import org.heed.server.person.NewPerson;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.safeguarding.Unopened;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A referral ends at an outcome, and what keeps a child safe goes with it. */
class ReferralsTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  private static final NewReferral SOCIAL_CARE =
      new NewReferral(
          Service.SOCIAL_CARE,
          "greyport",
          "Greyport front door",
          null,
          "An older male collects her by car; she is frightened of him.",
          Basis.SAFEGUARDING,
          "At risk of significant harm.",
          Agreement.NOT_ASKED,
          "At school only, by the school nurse.",
          "He waits outside the home.");

  private static final NewReferral SUPPORT =
      new NewReferral(
          Service.SUPPORT,
          SOCIAL_CARE.area(),
          "Harbour support service",
          "harbour",
          SOCIAL_CARE.concern(),
          Basis.CONSENT,
          "She asked for somebody to talk to.",
          Agreement.YES,
          SOCIAL_CARE.safeContact(),
          SOCIAL_CARE.danger());

  private ServerFixture server;
  private Referrals referrals;
  private ReferralSteps steps;
  private ReceivedReferrals received;
  private Missing missing;
  private Caller officer;
  private UUID child;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    PersonStore persons = new PersonStore(server.databases());
    missing =
        new Missing(
            server.acts(),
            new MissingStore(server.databases()),
            persons,
            new EpisodeClocks(RULEBOOK, server.time()),
            RULEBOOK,
            server.time());
    ReferralStore store = new ReferralStore(server.databases());
    referrals = new Referrals(server.acts(), store, persons, missing);
    steps = new ReferralSteps(server.acts(), store, server.time());
    received = new ReceivedReferrals(server.acts(), store);
    officer = server.someone(Right.PEOPLE, Right.READ);
    child =
        new People(server.acts(), persons)
            .create(
                officer,
                new NewPerson(
                    "Elodie",
                    "Marsh",
                    LocalDate.of(2013, 4, 2),
                    "day",
                    null,
                    null,
                    null,
                    null,
                    null),
                "Known");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void step(UUID id, Step step, @Nullable String says) {
    server.clock().pass(Duration.ofHours(1));
    Instant now = server.clock().instant();
    if (step == Step.OUTCOME) {
      steps.outcome(officer, id, Outcome.SAFER, now, says);
    } else {
      steps.step(officer, id, step, now, says);
    }
  }

  @Test
  void referral_waitsUntilAnOutcome_notUntilItIsSent() {
    UUID id = referrals.write(officer, child, SOCIAL_CARE);
    assertThat(referrals.open(officer)).extracting(Referral::id).containsExactly(id);
    step(id, Step.SENT, null);
    step(id, Step.ACCEPTED, null);
    step(id, Step.DONE, null);
    assertThat(referrals.open(officer)).as("done is no outcome").hasSize(1);
    assertThatThrownBy(() -> step(id, Step.OUTCOME, " "))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("what came of it for the child");
    step(id, Step.OUTCOME, "She has moved, and says that she sleeps.");
    assertThat(referrals.open(officer)).isEmpty();
  }

  @Test
  void rejectedReferral_waitsOn_andCanBeSentAgain() {
    UUID id = referrals.write(officer, child, SOCIAL_CARE);
    assertThatThrownBy(() -> step(id, Step.ACCEPTED, null)).hasMessageContaining("does not follow");
    step(id, Step.SENT, null);
    step(id, Step.REJECTED, "Said not to meet the threshold.");
    assertThat(referrals.open(officer)).hasSize(1);
    step(id, Step.SENT, "With the second hotel.");
    step(id, Step.REVOKED, "She was referred by her school meanwhile.");
    assertThat(referrals.open(officer)).isEmpty();
    assertThatThrownBy(() -> step(id, Step.OUTCOME, "After the end."))
        .hasMessageContaining("does not follow");
  }

  @Test
  void safeContactAndDanger_areNeverLeftOut() {
    assertThatThrownBy(() ->
            referrals.write(
                officer,
                child,
                new NewReferral(
                    Service.HEALTH,
                    "greyport",
                    "A clinic",
                    null,
                    "Why",
                    Basis.CONSENT,
                    "She asked.",
                    Agreement.YES,
                    " ",
                    "None known.")))
        .isInstanceOf(Refused.class);
    assertThat(server.count("select count(*) from record.referral")).isZero();
  }

  @Test
  void oneRecord_fillsItsForms_withTheEpisodesOfTheChild() {
    Instant at = server.clock().instant();
    missing.report(officer, child, new NewEpisode("greyport", null, null, at, null, "Not home."));
    UUID id = referrals.write(officer, child, SOCIAL_CARE);
    Referrals.Opened printed = referrals.print(officer, id);
    assertThat(printed.episodes()).hasSize(1);
    assertThat(printed.chronology())
        .containsExactly(
            new ChronologyLine(
                at, "Reported missing. Not home.", printed.chronology().getFirst().from()));
    assertThat(printed.referral().content()).isEqualTo(SOCIAL_CARE);
    assertThat(
            server.texts(
                "select kind from ledger.entry where subjects @> array['"
                    + id
                    + "', '"
                    + child
                    + "']::uuid[] order by tx::text::bigint"))
        .containsExactly("referral.written", "referral.printed");
  }

  @Test
  void sendingAndTheAnswerOfSocialCare_areFactsForTheClocksOfACase() {
    UUID id = referrals.write(officer, child, SOCIAL_CARE);
    step(id, Step.SENT, null);
    step(id, Step.ACCEPTED, null);
    assertThat(ReferralFacts.of(referrals.open(officer, id).referral()))
        .extracting(fact -> fact.kind())
        .containsExactly("social-care-referred", "social-care-decided", "referral-accepted");
    assertThat(List.of(Service.TRAFFICKING.fact(), Service.SUPPORT.fact()))
        .allMatch(kind ->
            RULEBOOK.rulebook().standards().stream().anyMatch(one -> one.metBy().contains(kind)));
  }

  @Test
  void referralTakenBack_wasNotSentForAnyStandard_andItsAssessmentEnds() {
    UUID id = referrals.write(officer, child, SOCIAL_CARE);
    step(id, Step.SENT, null);
    step(id, Step.ACCEPTED, null);
    step(id, Step.REVOKED, "Meant for the sister.");
    assertThat(ReferralFacts.of(referrals.open(officer, id).referral()))
        .extracting(fact -> fact.kind())
        .containsExactly("social-care-decided", "referral-accepted", "referral-withdrawn");
    UUID support = referrals.write(officer, child, SUPPORT);
    step(support, Step.SENT, null);
    step(support, Step.REVOKED, "She does not want it now.");
    assertThat(ReferralFacts.of(referrals.open(officer, support).referral())).isEmpty();
  }

  @Test
  void nothingHappensToAReferral_beforeWhatHappenedToItBefore() {
    UUID id = referrals.write(officer, child, SOCIAL_CARE);
    Instant written = server.clock().instant();
    Instant before = written.minus(Duration.ofMinutes(2));
    assertThatThrownBy(() -> steps.step(officer, id, Step.SENT, before, null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("before it was written");
    steps.step(officer, id, Step.SENT, written.truncatedTo(ChronoUnit.MINUTES), null);
    assertThatThrownBy(() -> steps.step(officer, id, Step.ACCEPTED, before, null))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> steps.contact(officer, id, Contact.Kind.SEEN, before, "Seen."))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("before the referral was sent");
    steps.step(officer, id, Step.ACCEPTED, written, null);
  }

  @Test
  void agencyThatWasAsked_seesTheReferralFromItsSendingUntilItIsTakenBack() {
    Caller practitioner = server.someone("harbour", null, Right.REFERRED);
    Caller another = server.someone("lantern", null, Right.REFERRED);
    UUID id = referrals.write(officer, child, SUPPORT);
    assertThat(received.list(practitioner)).as("not sent yet").isEmpty();
    step(id, Step.SENT, null);
    assertThat(received.list(practitioner)).extracting(Referral::id).containsExactly(id);
    assertThat(received.list(another)).isEmpty();
    assertThatThrownBy(() -> received.open(another, id)).isInstanceOf(Refused.class);
    assertThat(received.open(practitioner, id).content().safeContact())
        .isEqualTo(SOCIAL_CARE.safeContact());
    assertThatThrownBy(() -> referrals.open(practitioner, id)).isInstanceOf(Refused.class);
    assertThat(received.ended(practitioner)).isEmpty();
    step(id, Step.REVOKED, "Sent to the wrong service.");
    assertThat(received.list(practitioner)).isEmpty();
    assertThatThrownBy(() -> received.open(practitioner, id)).isInstanceOf(Refused.class);
    assertThat(received.ended(practitioner, id).orElseThrow().says())
        .isEqualTo("Sent to the wrong service.");
    assertThat(received.ended(another)).isEmpty();
  }

  @Test
  void referralThatNobodyOpened_isCountedUntilSomebodyOfTheAgencyOpensIt() {
    Caller practitioner = server.someone("harbour", null, Right.REFERRED);
    UnopenedReferrals unopened = new UnopenedReferrals(server.acts(), server.databases());
    UUID signedIn = referrals.write(officer, child, SUPPORT);
    UUID byLetter = referrals.write(officer, child, SOCIAL_CARE);
    Instant written = server.clock().instant();
    assertThat(unopened.unopened(officer, "", written).orElseThrow().count())
        .as("not sent yet")
        .isZero();
    step(signedIn, Step.SENT, null);
    Instant first = server.clock().instant();
    step(byLetter, Step.SENT, null);
    server.clock().pass(Duration.ofDays(3));
    Instant now = server.clock().instant();
    Unopened two = unopened.unopened(officer, "greyport", now).orElseThrow();
    assertThat(two.count()).isEqualTo(2);
    assertThat(two.week()).isEqualTo(2);
    assertThat(two.oldest()).isEqualTo(first);
    assertThat(two.risk()).containsExactly("1 child in them.");
    assertThat(unopened.unopened(officer, "avon", now).orElseThrow().count()).isZero();
    received.list(practitioner);
    assertThat(unopened.unopened(officer, "", now).orElseThrow().count())
        .as("a list opens nothing")
        .isEqualTo(2);
    received.open(practitioner, signedIn);
    assertThat(unopened.unopened(officer, "", now).orElseThrow().count()).isEqualTo(1);
    step(byLetter, Step.ACCEPTED, null);
    assertThat(unopened.unopened(officer, "", now).orElseThrow().count()).isZero();
    assertThat(unopened.unopened(practitioner, "", now)).isEmpty();
  }

  @Test
  void agencyThatRejects_hasTheChildsDetailsNoMore_untilItIsSentAgain() {
    Caller practitioner = server.someone("harbour", null, Right.REFERRED);
    UUID id = referrals.write(officer, child, SUPPORT);
    step(id, Step.SENT, null);
    server.clock().pass(Duration.ofHours(1));
    steps.step(practitioner, id, Step.REJECTED, server.clock().instant(), "We have no place.");
    assertThat(received.list(practitioner)).isEmpty();
    assertThatThrownBy(() -> received.open(practitioner, id)).isInstanceOf(Refused.class);
    assertThat(received.ended(practitioner))
        .extracting(ReceivedReferrals.Ended::step)
        .containsExactly(Step.REJECTED);
    step(id, Step.SENT, "They have a place now.");
    assertThat(received.list(practitioner)).hasSize(1);
    assertThat(received.ended(practitioner)).isEmpty();
  }

  @Test
  void safeContactAndDanger_areSaidAgain_andTheAgencyReadsTheLastFirst() {
    Caller practitioner = server.someone("harbour", null, Right.REFERRED);
    UUID id = referrals.write(officer, child, SUPPORT);
    step(id, Step.SENT, null);
    assertThatThrownBy(() -> steps.safety(practitioner, id, "By letter", "None", "So"))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> steps.safety(officer, id, " ", "None", "So"))
        .isInstanceOf(Refused.class);
    steps.safety(officer, id, "Through her aunt alone.", "He has her new number.", "He rang.");
    Referral seen = received.open(practitioner, id);
    assertThat(seen.safeContact()).isEqualTo("Through her aunt alone.");
    assertThat(seen.danger()).isEqualTo("He has her new number.");
    assertThat(seen.content().safeContact())
        .as("as first written")
        .isEqualTo(SUPPORT.safeContact());
    assertThat(seen.safety())
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo("He rang."));
    step(id, Step.REVOKED, "Not wanted.");
    assertThatThrownBy(() -> steps.safety(officer, id, "By letter", "None", "So"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void agencyThatWasAsked_answersRecordsContactsAndOutcome_andDoesNotTakeBack() {
    Caller practitioner = server.someone("harbour", null, Right.REFERRED);
    UUID id = referrals.write(officer, child, SUPPORT);
    Instant written = server.clock().instant();
    assertThatThrownBy(() -> steps.step(practitioner, id, Step.ACCEPTED, written, null))
        .as("not sent yet")
        .isInstanceOf(Refused.class);
    step(id, Step.SENT, null);
    Instant now = server.clock().instant();
    steps.step(practitioner, id, Step.ACCEPTED, now, null);
    steps.contact(practitioner, id, Contact.Kind.TRIED, now, "No answer; will try at school.");
    server.clock().pass(Duration.ofDays(1));
    Instant reached = server.clock().instant();
    steps.contact(practitioner, id, Contact.Kind.SEEN, reached, "At school; she will come weekly.");
    assertThatThrownBy(() -> steps.step(practitioner, id, Step.REVOKED, reached, "Not wanted."))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> steps.step(practitioner, id, Step.OUTCOME, reached, "She is safe."))
        .as("an outcome that cannot be counted")
        .hasMessageContaining("Choose what came of it");
    assertThatThrownBy(() ->
            steps.outcome(practitioner, id, Outcome.CONCLUSIVE_GROUNDS, reached, "She is safe."))
        .hasMessageContaining("cannot come of a referral to this service");
    steps.outcome(
        practitioner, id, Outcome.SAFER, reached, "She says that she feels safe at school.");
    Referral followed = referrals.open(officer, id).referral();
    assertThat(followed.outcome()).contains(Outcome.SAFER);
    assertThat(followed.firstReached()).contains(reached);
    assertThat(followed.isOpen()).isFalse();
  }
}

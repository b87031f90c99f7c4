package org.heed.server.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.missing.EpisodeClocks;
import org.heed.server.missing.Missing;
import org.heed.server.missing.MissingStore;
import org.heed.server.person.PersonStore;
import org.heed.server.referral.Basis;
import org.heed.server.referral.Chronologies;
import org.heed.server.referral.ReferralStore;
import org.heed.server.referral.Referrals;
import org.heed.server.report.ReportFiles;
import org.heed.server.safeguarding.CaseScene;
import org.heed.server.store.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pack is a person's decision; an agency sees what was put into it, and nothing else. */
class PacksTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final LocalDate UNTIL = LocalDate.of(2099, 12, 31);

  private CaseScene scene;
  private Packs packs;
  private ReceivedPacks received;
  private Caller school;
  private Caller nurse;
  private Caller clinic;
  private UUID id;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    Databases databases = scene.server.databases();
    PersonStore people = new PersonStore(databases);
    ReferralStore store = new ReferralStore(databases);
    Missing missing =
        new Missing(
            scene.server.acts(),
            new MissingStore(databases),
            people,
            new EpisodeClocks(CaseScene.RULEBOOK, scene.server.time()),
            CaseScene.RULEBOOK,
            scene.server.time());
    Chronologies chronologies = new Chronologies(scene.views(), people, missing, store, List.of());
    packs =
        new Packs(
            scene.server.acts(),
            new PackStore(databases),
            chronologies,
            new ReportFiles(databases),
            new Referrals(scene.server.acts(), store, people, missing),
            scene.server.time());
    received = new ReceivedPacks(scene.server.acts(), new PackStore(databases));
    school = scene.of("school", Role.PARTNER);
    nurse = scene.of("school", Role.PARTNER);
    clinic = scene.of("clinic", Role.PARTNER);
    id = scene.openAt(START, null);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private Offered narrative() {
    return packs.open(scene.officer, id).offered().stream()
        .filter(one -> one.source().endsWith("as written"))
        .findFirst()
        .orElseThrow();
  }

  private UUID shared(Set<Integer> leftOut) {
    return packs.share(
        scene.officer,
        id,
        new NewPack(
            List.of("school"),
            null,
            "To keep her safe in school.",
            Basis.SAFEGUARDING,
            "She is at risk there too.",
            "For the safeguarding lead and the nurse. Not to be put on her file.",
            UNTIL,
            List.of(narrative().without(leftOut))));
  }

  private long seen(Caller caller, String table, UUID pack) {
    return scene
        .server
        .acts()
        .plain(
            caller,
            () ->
                org.springframework.jdbc.core.simple.JdbcClient.create(
                        scene.server.databases().app())
                    .sql("select count(*) from " + table + " where pack = :pack")
                    .param("pack", pack)
                    .query(Long.class)
                    .single());
  }

  @Test
  void packThatIsNotToBePassedOn_saysSoBeforeAndAfterItsReceipt_andIsNotPrinted() {
    UUID pack =
        packs.share(
            scene.officer,
            id,
            new NewPack(
                List.of("school"),
                null,
                "To keep her safe in school.",
                Basis.SAFEGUARDING,
                "She is at risk there too.",
                Set.of(Handling.NOT_PASSED_ON, Handling.NAMED_READERS),
                "For the safeguarding lead and the nurse.",
                UNTIL,
                List.of(narrative().without(Set.of()))));
    assertThat(received.open(school, pack).handling())
        .containsExactly(Handling.NAMED_READERS, Handling.NOT_PASSED_ON);
    received.receive(nurse, pack);
    assertThat(received.open(school, pack).isPrinted()).isFalse();
    assertThat(packs.open(scene.officer, id).packs())
        .singleElement()
        .satisfies(one -> assertThat(one.handling()).hasSize(2));
    UUID words = shared(Set.of());
    assertThat(received.open(school, words).handling()).isEmpty();
    assertThat(received.open(school, words).isPrinted()).isTrue();
  }

  @Test
  void agency_seesHowToHandleIt_thenWhatIsInItOnceItReceivedIt() {
    UUID pack = shared(Set.of());
    Pack before = received.open(school, pack);
    assertThat(before.conditions()).startsWith("For the safeguarding lead");
    assertThat(before.items()).isEmpty();
    received.receive(nurse, pack);
    assertThat(received.open(school, pack).items())
        .singleElement()
        .satisfies(one -> assertThat(one.text()).contains("older man"));
    assertThat(packs.open(scene.officer, id).packs())
        .singleElement()
        .satisfies(one -> assertThat(one.receipt("school")).isPresent());
  }

  @Test
  void anotherAgency_seesNothingOfIt_notEvenInTheDatabase() {
    UUID pack = shared(Set.of());
    received.receive(school, pack);
    assertThat(received.list(clinic)).isEmpty();
    assertThatThrownBy(() -> received.open(clinic, pack)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> received.receive(clinic, pack)).isInstanceOf(Refused.class);
    for (String table : List.of("record.pack_item", "record.pack_agency", "record.pack_step")) {
      assertThat(seen(school, table, pack)).as(table).isPositive();
      assertThat(seen(clinic, table, pack)).as(table).isZero();
    }
  }

  @Test
  void agency_seesNothingOfTheCaseBesidesThePack() {
    UUID pack = shared(Set.of());
    received.receive(school, pack);
    assertThatThrownBy(() -> packs.open(school, id)).isInstanceOf(Refused.class);
    for (String table :
        List.of("case_file", "case_person", "case_event", "person_version", "narrative")) {
      assertThat(
              scene
                  .server
                  .acts()
                  .plain(
                      school,
                      () ->
                          org.springframework.jdbc.core.simple.JdbcClient.create(
                                  scene.server.databases().app())
                              .sql("select count(*) from record." + table)
                              .query(Long.class)
                              .single()))
          .as(table)
          .isZero();
    }
  }

  @Test
  void whatWasDecidedSetAndAsked_isOfferedAsItStands_andWhatWasWithdrawnIsNot() {
    scene.plans.decide(scene.officer, id, "Ask for a closure", "Four children named the hotel.");
    UUID mistaken = scene.plans.decide(scene.officer, id, "Close the case", "Of another child.");
    scene.plans.withdrawDecision(scene.officer, id, mistaken, "Of another child.");
    UUID register =
        scene.plans.act(
            scene.officer,
            id,
            "Ask the hotel for its register",
            scene.colleague.account(),
            START.plus(Duration.ofDays(2)));
    scene.plans.act(scene.officer, id, "Find the driver", null, START.plus(Duration.ofDays(3)));
    scene.plans.done(scene.officer, id, register, "Two nights, paid by card.");
    scene.plans.enquire(scene.officer, id, "Who rents the room?");
    scene.plans.said(
        scene.officer, id, null, "He knows where I live.", "Quiet.", START, "her form tutor");
    assertThat(packs.open(scene.officer, id).offered())
        .extracting(Offered::text)
        .contains(
            "Decided: Ask for a closure. Four children named the hotel.",
            "Action done: Ask the hotel for its register. Two nights, paid by card.",
            "Action set: Find the driver. Nobody yet, due 7 May 2026",
            "Line of enquiry opened: Who rents the room?",
            "A child to her form tutor: “He knows where I live.” Quiet.")
        .noneMatch(one -> one.contains("Close the case"));
  }

  @Test
  void sentenceLeftOut_isNowhereInWhatIsKeptOfThePack() {
    UUID pack = shared(Set.of(0));
    received.receive(school, pack);
    assertThat(received.open(school, pack).items())
        .extracting(PackItem::at, PackItem::text, PackItem::source, PackItem::leftOut)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(START, Offered.LEFT_OUT, narrative().source(), 1));
    assertThat(
            scene.server.count("select count(*) from record.pack_item where text like '%hotel%'"))
        .isZero();
  }

  @Test
  void recalledPack_showsWhy_andNothingOfWhatWasInIt() {
    UUID pack = shared(Set.of());
    received.receive(school, pack);
    packs.recall(scene.supervisor, pack, "Sent too widely. Destroy what you copied.");
    Pack after = received.open(school, pack);
    assertThat(after.items()).isEmpty();
    assertThat(seen(school, "record.pack_item", pack)).isZero();
    assertThat(after.recall().orElseThrow().says()).startsWith("Sent too widely");
    assertThat(packs.open(scene.officer, id).packs().getFirst().items()).hasSize(1);
    assertThatThrownBy(() -> packs.recall(scene.officer, pack, "Again."))
        .isInstanceOf(Refused.class);
  }

  @Test
  void packToNobodyKnown_orOfNothing_isRefused() {
    NewPack good =
        new NewPack(
            List.of("school"),
            null,
            "Why",
            Basis.CONSENT,
            "She asked.",
            "For one reader.",
            UNTIL,
            List.of(new PackItem(START, "Text.", "Case", 0)));
    assertThatThrownBy(() ->
            packs.share(
                scene.officer,
                id,
                new NewPack(
                    List.of("nobody"),
                    null,
                    good.purpose(),
                    good.basis(),
                    good.basisReason(),
                    good.conditions(),
                    good.until(),
                    good.items())))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() ->
            packs.share(
                scene.officer,
                id,
                new NewPack(
                    good.agencies(),
                    null,
                    good.purpose(),
                    good.basis(),
                    good.basisReason(),
                    good.conditions(),
                    good.until(),
                    List.of())))
        .isInstanceOf(Refused.class);
    Caller elsewhere = scene.someone("brackenford", Role.SUPERVISOR);
    assertThatThrownBy(() -> packs.share(elsewhere, id, good)).isInstanceOf(Exception.class);
    assertThat(scene.server.count("select count(*) from record.pack")).isZero();
    assertThat(school.may(Right.CASES)).isFalse();
  }

  @Test
  void packWhoseTimeIsOver_showsNothingOfWhatWasInIt() {
    UUID pack = shared(Set.of());
    received.receive(school, pack);
    assertThat(received.open(school, pack).items()).hasSize(1);
    scene.server.asOwner("update record.pack set until = now() - interval '1 second'");
    assertThat(received.open(school, pack).items()).isEmpty();
    assertThat(seen(school, "record.pack_item", pack)).isZero();
    assertThatThrownBy(() ->
            packs.share(
                scene.officer,
                id,
                new NewPack(
                    List.of("school"),
                    null,
                    "Why",
                    Basis.CONSENT,
                    "She asked.",
                    "For one reader.",
                    LocalDate.of(2020, 1, 1),
                    List.of(narrative().without(Set.of())))))
        .hasMessageContaining("to come");
  }

  @Test
  void laterPackForAMeeting_goesToAllWhoGotTheFirst_andStandsInItsPlace() {
    UUID meeting = scene.server.ids().next();
    UUID first = forMeeting(meeting, List.of("school"));
    received.receive(school, first);
    assertThat(received.open(school, first).items()).hasSize(1);
    scene.server.clock().pass(java.time.Duration.ofMinutes(1));
    UUID second = forMeeting(meeting, List.of("clinic"));
    assertThat(received.open(school, second).agencies()).containsExactly("clinic", "school");
    assertThat(received.open(school, first).items()).as("the first").isEmpty();
    received.receive(school, second);
    received.receive(clinic, second);
    assertThat(received.open(school, second).items())
        .isEqualTo(received.open(clinic, second).items())
        .hasSize(1);
  }

  private UUID forMeeting(UUID meeting, List<String> agencies) {
    return packs.share(
        scene.officer,
        id,
        new NewPack(
            agencies,
            meeting,
            "The strategy meeting.",
            Basis.SAFEGUARDING,
            "She is at risk there too.",
            "For those at the meeting.",
            UNTIL,
            List.of(narrative().without(Set.of()))));
  }

  @Test
  void readingAPack_isALookAtItsCase_andAtTheReportItIsFrom() {
    UUID pack = shared(Set.of());
    received.receive(school, pack);
    received.open(school, pack);
    String report = scene.server.text("select report::text from record.case_report limit 1");
    assertThat(
            scene.server.texts(
                "select kind from ledger.entry where kind = 'pack.received-opened' and subjects @>"
                    + " array['"
                    + report
                    + "', '"
                    + id
                    + "', '"
                    + pack
                    + "']::uuid[]"))
        .hasSize(1);
  }
}

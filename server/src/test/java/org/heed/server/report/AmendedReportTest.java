package org.heed.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.person.KeptLinks;
import org.heed.server.person.NewPerson;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report's later version: whom its people mean stays said where they are surely the same. */
class AmendedReportTest {
  private ServerFixture server;
  private ReportDesk desk;
  private People people;
  private Caller officer;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    PersonStore store = new PersonStore(server.databases());
    people = new People(server.acts(), store);
    desk =
        new ReportDesk(
            server.acts(), new ReportStore(server.databases()), List.of(new KeptLinks(store)));
    officer = server.someone(Right.RECORD, Right.READ, Right.PEOPLE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static NewMention child(String name, @Nullable String key) {
    return new NewMention(
        MentionRole.VICTIM, name, "Marlow", null, 14, null, null, null, null, key);
  }

  private void record(String narrative, NewMention... people) {
    desk.record(
        officer,
        new NewReport(
            "test",
            "1",
            ReportKind.MISSING_EPISODE,
            NoticeRoute.CHILD,
            "AV",
            narrative,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "safeguarding",
            null,
            "More is known.",
            List.of(people)));
  }

  private UUID linkedPerson() {
    UUID person =
        people.create(
            officer,
            new NewPerson("Ada", "Marlow", null, "unknown", null, null, null, null, null),
            "Named in a report.");
    people.choose(officer, onlyMention(), person, "Same school.");
    return person;
  }

  private UUID onlyMention() {
    return UUID.fromString(server.text("select id::text from record.mention"));
  }

  private long meaning(UUID person, int version, boolean same) {
    return server.count(
        String.format(
            Locale.ROOT,
            "select count(*) from record.mention m join record.mention_person l on l.mention = m.id"
                + " where m.version = %d and l.same = %b and l.person = '%s'",
            version,
            same,
            person));
  }

  @Test
  void sameKeyOfTheSource_keepsThePerson_underAnotherSpelling() {
    record("Missing since Friday.", child("Ada", "P-7"));
    UUID person = linkedPerson();
    record("Back on Sunday.", child("Adah", "P-7"));
    assertThat(meaning(person, 2, true)).isEqualTo(1);
    record("Back on Monday.", child("Adah", "P-7"));
    assertThat(meaning(person, 3, true)).isEqualTo(1);
  }

  @Test
  void amendedReport_standsOnceInTheTimeline() {
    record("Missing since Friday.", child("Ada", "P-7"));
    UUID person = linkedPerson();
    record("Back on Sunday.", child("Adah", "P-7"));
    assertThat(people.open(officer, person, () -> KnownAt.NOW).events()).hasSize(1);
  }

  @Test
  void otherKeyOrNone_keepsNobody() {
    record("Missing since Friday.", child("Ada", "P-7"));
    UUID person = linkedPerson();
    record("Back on Sunday.", child("Ada", "P-8"), child("Ada", null));
    assertThat(meaning(person, 2, true)).isZero();
  }

  @Test
  void withoutKeys_theSameWordsKeepThePerson_unlessTwoSayThem() {
    record("Missing since Friday.", child("Ada", null));
    UUID person = linkedPerson();
    record("Back on Sunday.", child("Ada", null));
    assertThat(meaning(person, 2, true)).isEqualTo(1);
    record("With her sister.", child("Ada", null), child("Ada", null));
    assertThat(meaning(person, 3, true)).isZero();
  }

  @Test
  void rejectedPair_staysRejected() {
    record("Missing since Friday.", child("Ada", "P-7"));
    UUID person = linkedPerson();
    people.undo(officer, onlyMention(), person, "Another Ada.");
    record("Back on Sunday.", child("Ada", "P-7"));
    assertThat(meaning(person, 2, true)).isZero();
    assertThat(meaning(person, 2, false)).isEqualTo(1);
  }

  @Test
  void earlierVersion_staysAsItWas() {
    record("Missing since Friday.", child("Ada", "P-7"));
    linkedPerson();
    record("Back on Sunday.", child("Ada", "P-7"));
    assertThat(server.text("select text from record.narrative where version = 1"))
        .isEqualTo("Missing since Friday.");
  }
}

package org.heed.server.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.person.NewPerson;
import org.heed.server.report.Restrictions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Finding people by what somebody types. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonSearchTest {
  private LinkingScene scene;
  private PersonSearch search;
  private UUID elizabeth;
  private UUID mohammed;
  private UUID yuliya;
  private UUID priya;
  private UUID harpreet;
  private UUID fatema;
  private UUID ming;

  @BeforeAll
  void start() {
    scene = new LinkingScene();
    scene.crowd();
    search =
        new PersonSearch(
            scene.server.acts(), scene.index, scene.services.people(), scene.server.databases());
    elizabeth = scene.person("Elizabeth", "Thornley", LocalDate.of(2009, 3, 14));
    mohammed = scene.person("Mohammed", "Hussain", LocalDate.of(2010, 7, 2));
    yuliya = scene.person("Yuliya", "Sokolova", LocalDate.of(2008, 11, 23));
    priya = scene.person("Priya", "Sharma", LocalDate.of(2009, 1, 30));
    harpreet = scene.person("Harpreet", "Kaur", LocalDate.of(2011, 5, 5));
    fatema = scene.person("Fatema", "Begum", LocalDate.of(2010, 9, 19));
    ming = scene.person("Ming", "Li", LocalDate.of(2009, 12, 1));
    UUID mention = scene.mention("Roxy", "Vane", null);
    scene.services.people().choose(scene.officer, mention, elizabeth, "She goes by that name");
    scene.settle();
  }

  @AfterAll
  void stop() {
    scene.close();
  }

  private List<UUID> found(String name, String born) {
    return search.find(scene.officer, name, born, 25).stream()
        .map(match -> match.person().person())
        .toList();
  }

  private UUID first(String typed) {
    return found(typed, "").getFirst();
  }

  @Test
  void nameByBeginningSoundShortFormAndTheOtherWayRound() {
    assertThat(first("Eliz Thorn")).isEqualTo(elizabeth);
    assertThat(first("Elisabeth Thornly")).isEqualTo(elizabeth);
    assertThat(first("Liz Thornley")).isEqualTo(elizabeth);
    assertThat(first("Thornley, Beth")).isEqualTo(elizabeth);
    assertThat(first("Thornley")).isEqualTo(elizabeth);
  }

  @Test
  void nameInAnotherScript() {
    assertThat(first("محمد حسين")).isEqualTo(mohammed);
    assertThat(first("Юлия Соколова")).isEqualTo(yuliya);
    assertThat(first("प्रिया शर्मा")).isEqualTo(priya);
    assertThat(first("ਹਰਪ੍ਰੀਤ ਕੌਰ")).isEqualTo(harpreet);
    assertThat(first("ফাতেমা বেগম")).isEqualTo(fatema);
    assertThat(first("李 明")).isEqualTo(ming);
  }

  @Test
  void dateOfBirthWithSlipsInPartAndAlone() {
    assertThat(found("Elizabeth", "14 March 2009")).first().isEqualTo(elizabeth);
    assertThat(first("Thornley 2009-14-03")).isEqualTo(elizabeth);
    assertThat(first("Thornley 15/03/2009")).isEqualTo(elizabeth);
    assertThat(first("Priya 2009")).isEqualTo(priya);
    assertThat(first("sharma jan 2009")).isEqualTo(priya);
    assertThat(found("", "2010-07-02")).first().isEqualTo(mohammed);
    assertThat(search.find(scene.officer, "Priya 2009", "", 5).getFirst().why())
        .contains("Born in the year typed");
  }

  @Test
  void yearOrMonthAlone_findsWhoeverWasBornThen_andOneOfAThousandOfOneName() {
    assertThat(found("2010", "")).contains(mohammed).doesNotContain(elizabeth, yuliya);
    assertThat(found("", "September 2010")).contains(fatema).doesNotContain(mohammed, elizabeth);
    assertThat(found("", "2010-09")).contains(fatema);
    UUID sought = scene.person("Jonquil", "Smith", LocalDate.of(2013, 6, 21));
    scene
        .server
        .acts()
        .changing(
            scene.officer,
            "person.created",
            act -> {
              for (int i = 0; i < 1_000; i++) {
                scene
                    .services
                    .people()
                    .add(
                        act,
                        new NewPerson(
                            LinkingScene.GIVEN[i % LinkingScene.GIVEN.length],
                            "Smith",
                            LocalDate.of(1990, 1, 1).plusDays(7L * i),
                            "day",
                            null,
                            null,
                            null,
                            null,
                            null),
                        "Made for a test");
              }
            });
    scene.settle();
    assertThat(first("Smith 2013")).isEqualTo(sought);
    assertThat(found("Smith June 2013", "")).first().isEqualTo(sought);
  }

  @Test
  void nameThatAReportGives_isFound_andSaidSo_forThoseAloneWhoMayOpenTheReport() {
    PersonSearch.Match match = search.find(scene.officer, "Roxy Vane", "", 5).getFirst();
    assertThat(match.person().person()).isEqualTo(elizabeth);
    assertThat(match.asNamed()).startsWith("Roxy Vane in report ");
    UUID mention =
        UUID.fromString(
            scene.server.text("select id::text from record.mention where given_name = 'Roxy'"));
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(scene.officer, scene.report(mention), List.of(), "A relative works here.");
    Caller other = scene.server.someone(Right.READ, Right.PEOPLE);
    assertThat(search.find(other, "Roxy Vane", "", 5))
        .extracting(one -> one.person().person())
        .doesNotContain(elizabeth);
  }

  @Test
  void everySearch_isOneEntryThatNamesThoseShown_andNothingTypedStaysInIt() {
    long before =
        scene.server.count("select count(*) from ledger.entry where kind = 'people.searched'");
    List<UUID> shown = found("Mohamed Husain", "");
    assertThat(shown).first().isEqualTo(mohammed);
    assertThat(
            scene.server.count("select count(*) from ledger.entry where kind = 'people.searched'"))
        .isEqualTo(before + 1);
    assertThat(
            scene.server.text(
                "select cardinality(subjects)::text from ledger.entry where kind ="
                    + " 'people.searched' order by at desc, id desc limit 1"))
        .isEqualTo(Integer.toString(shown.size()));
    assertThat(found("", "")).isEmpty();
  }
}

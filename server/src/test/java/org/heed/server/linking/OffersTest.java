package org.heed.server.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heed.linkage.Explanation;
import org.heed.linkage.Kind;
import org.heed.linkage.Layout;
import org.heed.linkage.LinkListener;
import org.heed.linkage.Linkage;
import org.heed.linkage.Linker;
import org.heed.linkage.Records;
import org.heed.linkage.Settings;
import org.heed.linkage.file.ModelFile;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.report.Restrictions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Known people offered for what a report says of somebody. */
class OffersTest {
  private static final LocalDate BORN = LocalDate.of(2011, 3, 14);

  private LinkingScene scene;
  private UUID ada;

  @BeforeEach
  void start() {
    scene = new LinkingScene();
    scene.crowd();
    ada = scene.person("Adalind", "Thornbury", BORN);
    scene.settle();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private List<Offer> offered(UUID mention, Spoken spoken) {
    return scene.offers.offers(scene.officer, spoken, mention);
  }

  private static Spoken spoken(String given, String family, @Nullable LocalDate born) {
    return Spoken.of(given, family, born, null);
  }

  @Test
  void personSpeltOtherwise_isOfferedFirst_withWhatSpeaksForAndAgainst() {
    List<Offer> offers =
        scene.offers.offers(
            scene.officer, spoken("Adalynd", "Thornberry", LocalDate.of(2011, 3, 15)), null);
    assertThat(offers).isNotEmpty().hasSizeLessThanOrEqualTo(Offers.MOST);
    assertThat(offers.getFirst().person()).isEqualTo(ada);
    Explanation why = offers.getFirst().why();
    assertThat(why.parts().stream().mapToDouble(Explanation.Part::weight).sum())
        .isEqualTo(why.weight());
    assertThat(Why.speakingFor(why))
        .extracting(Why::line)
        .anyMatch(line -> line.startsWith("Date of birth: one digit differs"));
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'people.offered' and '"
                    + ada
                    + "' = any (subjects)"))
        .isEqualTo(1);
  }

  @Test
  void anyTwo_haveTheNumbers_thatLinkingTheSamePeopleAsAFileHas() {
    scene.index.keep();
    Layout layout =
        new Layout(
            List.of(
                new Layout.Column("given_name", Kind.GIVEN_NAME),
                new Layout.Column("family_name", Kind.FAMILY_NAME),
                new Layout.Column("date_of_birth", Kind.DATE_OF_BIRTH),
                new Layout.Column("sex", Kind.SEX)));
    Records.Builder file = Records.builder(layout);
    List<Spoken> people = new ArrayList<>();
    for (String row :
        scene.server.texts(
            """
            select given_name || ',' || family_name || ',' || date_of_birth
            from record.person_version order by person
            """)) {
      String[] cells = row.split(",", -1);
      file.add(row, new @Nullable String[] {cells[0], cells[1], cells[2], null});
      people.add(Spoken.of(cells[0], cells[1], LocalDate.parse(cells[2]), null));
    }
    String model = scene.server.text("select model from record.linkage_model");
    Linkage linkage =
        Linker.link(
            file.freeze(),
            new Settings(0.5, ModelFile.read("model", model, layout)),
            LinkListener.deaf());
    int last = people.size() - 1;
    for (int i = 0; i < last; i++) {
      assertThat(scene.index.explain(people.get(i), people.get(last)))
          .isEqualTo(linkage.explain(i, last));
    }
  }

  @Test
  void heedThatStartsAfresh_weighsTheSame() {
    for (int i = 0; i < 30; i++) {
      scene.mention("Adalynd", "Thornbury" + i, BORN.plusDays(i));
      scene.settle();
      scene.index.keep();
    }
    Spoken spoken = spoken("Adalind", "Thornbury", null);
    List<PeopleIndex.Candidate> before = scene.index.find(spoken, -99);
    PeopleIndex again = scene.index();
    again.keep();
    assertThat(again.model()).isEqualTo(scene.index.model());
    assertThat(again.find(spoken, -99)).isEqualTo(before).isNotEmpty();
    assertThat(scene.server.count("select count(*) from record.linkage_model")).isEqualTo(1);
  }

  @Test
  void personNamedInAHundredReports_isOfferedOnce_besideTheTwin_whoeverElseIsSpokenOf() {
    UUID twin = scene.person("Adaline", "Thornbury", BORN);
    for (int i = 0; i < 100; i++) {
      UUID mention = scene.mention("Adalind", "Thornbury", BORN);
      if (i < 85) {
        scene.services.people().choose(scene.officer, mention, ada, "She said so.");
      }
    }
    scene.settle();
    List<Offer> offers =
        scene.offers.offers(scene.officer, spoken("Adalind", "Thornbury", BORN), null);
    assertThat(offers).extracting(Offer::person).contains(ada, twin).doesNotHaveDuplicates();
    assertThat(offers.stream().filter(offer -> offer.person().equals(ada)))
        .singleElement()
        .satisfies(offer -> {
          assertThat(offer.report()).as("by what is known of her, first").isNull();
          assertThat(offer.reports()).isEqualTo(85);
        });
  }

  @Test
  void childOfAHundredReportsWhomNobodyWasSaidToBe_takesNoPlaceFromThePerson() {
    for (int i = 0; i < 100; i++) {
      scene.mention("Adalind", "Thornbury", BORN);
    }
    scene.settle();
    assertThat(scene.offers.offers(scene.officer, spoken("Adalind", "Thornbury", BORN), null))
        .extracting(Offer::person)
        .startsWith(ada);
  }

  @Test
  void peopleClosedToTheAsker_takeNoPlaceFromThoseWhoAreOpen() {
    for (int i = 0; i < 45; i++) {
      UUID closed = scene.mention("Adalind", "Thornbury", BORN);
      scene
          .services
          .people()
          .createFor(scene.officer, closed, "Adalind", "Thornbury", BORN, "Nobody known");
      new Restrictions(scene.server.acts(), scene.server.databases())
          .restrict(scene.officer, scene.report(closed), List.of(), "A relative works here.");
    }
    scene.settle();
    Caller colleague = scene.server.someone(Right.READ, Right.PEOPLE);
    List<Offer> offers = scene.offers.offers(colleague, spoken("Adalind", "Thornbury", BORN), null);
    assertThat(offers).extracting(Offer::person).startsWith(ada);
  }

  @Test
  void noneOfThese_isRememberedForTheMention_andForNoOther() {
    UUID mention = scene.mention("Adalind", "Thornbury", BORN);
    UUID other = scene.mention("Adalind", "Thornbury", BORN);
    scene.settle();
    Spoken spoken = spoken("Adalind", "Thornbury", BORN);
    List<UUID> first = offered(mention, spoken).stream().map(Offer::person).toList();
    assertThat(first).contains(ada);
    scene.services.people().refuse(scene.officer, mention, first, "None of those offered");
    scene.settle();
    assertThat(offered(mention, spoken))
        .extracting(Offer::person)
        .doesNotContainAnyElementsOf(first);
    assertThat(offered(other, spoken)).extracting(Offer::person).contains(ada);
  }

  @Test
  void personOfARestrictedReportAlone_isOfferedToItsMembersAlone_norByItsWords() {
    UUID closed = scene.mention("Zipporah", "Thornbury", BORN.plusYears(1));
    UUID hidden =
        scene
            .services
            .people()
            .createFor(
                scene.officer, closed, "Zipporah", "Thornbury", BORN.plusYears(1), "Nobody known");
    UUID alias = scene.mention("Addie", "Vole", BORN);
    scene.services.people().choose(scene.officer, alias, ada, "She gave another name");
    scene.settle();
    Restrictions restrictions = new Restrictions(scene.server.acts(), scene.server.databases());
    restrictions.restrict(scene.officer, scene.report(closed), List.of(), "A relative works here.");
    restrictions.restrict(scene.officer, scene.report(alias), List.of(), "A relative works here.");
    scene.settle();
    Caller other = scene.server.someone(Right.READ, Right.PEOPLE);
    Spoken ofHidden = spoken("Zipporah", "Thornbury", BORN.plusYears(1));
    assertThat(scene.offers.offers(scene.officer, ofHidden, null))
        .extracting(Offer::person)
        .contains(hidden);
    assertThat(scene.offers.offers(other, ofHidden, null))
        .extracting(Offer::person)
        .doesNotContain(hidden);
    assertThat(scene.offers.offers(scene.officer, spoken("Addie", "Vole", null), null))
        .singleElement()
        .satisfies(offer -> assertThat(offer.person()).isEqualTo(ada));
    assertThat(scene.offers.offers(other, spoken("Addie", "Vole", null), null)).isEmpty();
  }

  @Test
  void mentionTakenBackFromAPerson_noLongerSpeaksForThem() {
    UUID alias = scene.mention("Wilhelmina", "Vole", null);
    scene.services.people().choose(scene.officer, alias, ada, "She gave another name");
    scene.settle();
    Spoken spoken = spoken("Wilhelmina", "Vole", null);
    assertThat(scene.offers.offers(scene.officer, spoken, null))
        .extracting(Offer::person)
        .containsExactly(ada);
    scene.services.people().undo(scene.officer, alias, ada, "It was her cousin");
    scene.settle();
    assertThat(scene.offers.offers(scene.officer, spoken, null)).isEmpty();
  }
}

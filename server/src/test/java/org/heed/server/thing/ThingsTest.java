package org.heed.server.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.NewReport;
import org.heed.server.report.NewThing;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places, vehicles, phones and accounts: offered, confirmed, refused, undone and found. */
class ThingsTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  private static final NewThing PHONE = phone("07700 900123");

  private ServerFixture server;
  private RecordServices services;
  private Things things;
  private Caller officer;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
    things = services.things();
    officer = server.someone(Right.RECORD, Right.READ, Right.PEOPLE, Right.RESTRICT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static NewThing phone(String written) {
    return new NewThing(ThingKind.PHONE, written, null, null);
  }

  private static NewThing vehicle(String written, String look) {
    return new NewThing(ThingKind.VEHICLE, written, look, null);
  }

  /** Records a report, or a version of it; the mention of its first thing. */
  private UUID mention(String reference, NewThing... said) {
    record(reference, "She came back with a phone.", Arrays.asList(said));
    return UUID.fromString(
        server.text(
            """
            select m.id::text from record.thing_mention m join record.report r on r.id = m.report
            where r.reference = '%s' order by m.version desc, m.ordinal limit 1
            """
                .replace("%s", reference)));
  }

  private void record(String reference, String narrative, @Nullable List<NewThing> said) {
    services
        .reports()
        .record(
            officer,
            new NewReport(
                "made",
                reference,
                ReportKind.MISSING_EPISODE,
                null,
                "greyport",
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
                null,
                List.of(),
                said));
  }

  private List<ThingOffer> offers(Caller caller, UUID mention) {
    return things.mention(caller, mention).offers();
  }

  @Test
  void sameNumberInAnotherReport_isOfferedWithWhy_andJoinsNothing() {
    UUID first = mention("A", PHONE);
    UUID second = mention("B", phone("+44 7700 900 123"));
    assertThat(offers(officer, second))
        .singleElement()
        .satisfies(offer -> {
          assertThat(offer.as()).isEqualTo("mention:" + first);
          assertThat(offer.why()).isEqualTo("The same number");
          assertThat(offer.reports()).extracting(ThingOffer.Told::reference).containsExactly("A");
        });
    assertThat(server.count("select count(*) from record.mention_thing")).isZero();
    assertThat(server.count("select count(*) from ledger.entry where kind = 'things.offered'"))
        .isEqualTo(1);
  }

  @Test
  void confirmed_twoReportsMeanOneThing_andUndone_oneOfThemDoes_andItIsOfferedNoMore() {
    UUID first = mention("A", PHONE);
    UUID second = mention("B", PHONE);
    UUID thing = things.choose(officer, second, "mention:" + first, "One SIM card");
    KnownThing known = things.open(officer, thing);
    assertThat(known.events()).extracting(ThingSaid::reference).containsExactlyInAnyOrder("A", "B");
    assertThat(known.decided())
        .allSatisfy(decided -> {
          assertThat(decided.reason()).isEqualTo("One SIM card");
          assertThat(decided.because()).isEqualTo("The same number");
        });
    assertThatThrownBy(() -> things.choose(officer, second, "thing:" + thing, "Again"))
        .isInstanceOf(Refused.class);
    UUID third = mention("C", PHONE);
    assertThat(offers(officer, third)).extracting(ThingOffer::as).containsExactly("thing:" + thing);
    things.undo(officer, second, thing, "A slip of the pen");
    assertThat(things.open(officer, thing).events())
        .extracting(ThingSaid::reference)
        .containsExactly("A");
    assertThat(offers(officer, second))
        .extracting(ThingOffer::as)
        .containsExactly("mention:" + third);
    assertThat(offers(officer, third))
        .extracting(ThingOffer::as)
        .containsExactly("thing:" + thing, "mention:" + second);
    assertThat(things.open(officer, thing).decided()).hasSize(3);
  }

  @Test
  void refused_isRememberedForTheMention_evenOnceTheOtherIsKnown_andForNoOther() {
    UUID first = mention("A", PHONE);
    UUID second = mention("B", PHONE);
    things.refuse(officer, second, List.of("mention:" + first), "Her mother's number");
    assertThat(offers(officer, second)).isEmpty();
    UUID third = mention("C", PHONE);
    UUID thing = things.choose(officer, third, "mention:" + first, "One SIM card");
    assertThat(offers(officer, second)).isEmpty();
    assertThat(offers(officer, mention("D", PHONE)))
        .extracting(ThingOffer::as)
        .containsExactly("thing:" + thing, "mention:" + second);
  }

  @Test
  void atMostFive_theClosestFirst() {
    for (int i = 0; i < 7; i++) {
      mention("L" + i, phone("0" + (1630 + i) + " 2900123"));
    }
    mention("SAME", PHONE);
    assertThat(offers(officer, mention("X", PHONE)))
        .hasSize(Things.MOST_OFFERED)
        .first()
        .satisfies(offer ->
            assertThat(offer.reports())
                .extracting(ThingOffer.Told::reference)
                .containsExactly("SAME"));
  }

  @Test
  void plateMisread_isOffered_withWhatDoesNotFit() {
    mention("A", vehicle("JB12 OSI", "silver saloon"));
    UUID second = mention("B", vehicle("J8I2 05I", "black van"));
    assertThat(offers(officer, second))
        .singleElement()
        .satisfies(offer -> {
          assertThat(offer.why()).contains("0 and O");
          assertThat(offer.against())
              .isEqualTo("Described as “black van” here and “silver saloon” there");
        });
    UUID part = mention("C", vehicle("partial JB1", "silver saloon"));
    assertThat(offers(officer, part)).hasSize(2);
  }

  @Test
  void partOfAPhoneOrPlate_findsIt() {
    mention("A", PHONE, vehicle("JB12 OSI", "silver saloon"));
    mention("B", phone("ending 123"));
    assertThat(found(officer, ThingKind.PHONE, "900123")).containsExactly("A");
    assertThat(found(officer, ThingKind.PHONE, "123")).containsExactlyInAnyOrder("A", "B");
    assertThat(found(officer, ThingKind.VEHICLE, "812 0S")).containsExactly("A");
    assertThat(found(officer, ThingKind.VEHICLE, "8120S9")).isEmpty();
    assertThat(found(officer, ThingKind.VEHICLE, "8")).isEmpty();
  }

  private List<String> found(Caller caller, ThingKind kind, String part) {
    return things.find(caller, kind, part, 50).stream().map(ThingSaid::reference).toList();
  }

  @Test
  void thingOfAClosedReport_isNeitherOfferedNorFoundNorOpened() {
    UUID first = mention("A", PHONE);
    UUID second = mention("B", PHONE);
    UUID thing = things.choose(officer, second, "mention:" + first, "One SIM card");
    UUID third = mention("C", PHONE);
    Caller other = server.someone(Right.READ, Right.PEOPLE);
    assertThat(offers(other, third)).hasSize(1);
    Restrictions restrictions = new Restrictions(server.acts(), server.databases());
    for (UUID mention : List.of(first, second)) {
      UUID report = things.mention(officer, mention).said().report();
      restrictions.restrict(officer, report, List.of(), "A relative works here.");
    }
    assertThat(offers(other, third)).isEmpty();
    assertThat(offers(officer, third)).hasSize(1);
    assertThat(found(other, ThingKind.PHONE, "900123")).containsExactly("C");
    assertThatThrownBy(() -> things.open(other, thing)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> things.choose(other, third, "thing:" + thing, "Guessed"))
        .isInstanceOf(Refused.class);
    Caller elsewhere = server.someone("norchester", List.of("saltmere"), Right.READ, Right.PEOPLE);
    assertThat(found(elsewhere, ThingKind.PHONE, "900123")).isEmpty();
  }

  @Test
  void amended_keepsWhatIsSaidAgain_keepsAllWhereNothingIsSaid_andDropsWhatIsLeftOut() {
    UUID first = mention("A", PHONE);
    UUID second = mention("B", PHONE);
    UUID thing = things.choose(officer, second, "mention:" + first, "One SIM card");
    record("B", "She came back late.", null);
    assertThat(things.open(officer, thing).events()).hasSize(2);
    UUID again = mention("B", vehicle("JB12 OSI", "silver saloon"), PHONE);
    assertThat(things.open(officer, thing).events())
        .extracting(ThingSaid::reference)
        .containsExactlyInAnyOrder("A", "B");
    assertThat(again).isNotEqualTo(second);
    record("B", "She came back late again.", List.of());
    assertThat(things.open(officer, thing).events())
        .extracting(ThingSaid::reference)
        .containsExactly("A");
  }

  @Test
  void anotherKind_cannotBeMeant() {
    UUID first = mention("A", PHONE);
    UUID second = mention("B", vehicle("JB12 OSI", "silver saloon"));
    assertThatThrownBy(() -> things.choose(officer, second, "mention:" + first, "Sure"))
        .isInstanceOf(Refused.class);
  }
}

package org.heed.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.network.Exchange;
import org.heed.server.network.ExchangeWriter;
import org.heed.server.network.Network;
import org.heed.server.network.NodeKind;
import org.heed.server.person.Tie;
import org.heed.server.person.Ties;
import org.heed.server.report.MentionRole;
import org.heed.server.report.Restrictions;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that other programs wrote, and things in the columns of a file. */
class ExchangeImportTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T12:00:00Z");

  private ImportFixture fixture;

  @BeforeEach
  void start() {
    fixture = new ImportFixture();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private static String mapping(String format) throws IOException {
    return Files.readString(Path.of("..", "docs", "examples", "mappings", "network.yaml"))
        .replace("format: pole-json", "format: " + format);
  }

  private static UUID uuid(int number) {
    return new UUID(7, number);
  }

  private static Network.Node node(String id, NodeKind kind, String label, @Nullable Instant at) {
    return new Network.Node(id, null, kind, label, "/", 1, at, false);
  }

  private static Network.Line line(
      int report, String node, String says, @Nullable MentionRole role) {
    return new Network.Line(
        "report:" + uuid(report),
        node,
        says,
        true,
        null,
        uuid(report),
        "R" + report,
        MARCH,
        role,
        null);
  }

  private static Network network() {
    List<Network.Node> nodes =
        List.of(
            node("report:" + uuid(1), NodeKind.REPORT, "R1", MARCH),
            node("report:" + uuid(2), NodeKind.REPORT, "R2", MARCH),
            node("person:" + uuid(3), NodeKind.PERSON, "Ada Marlow", null),
            node("person:" + uuid(4), NodeKind.PERSON, "Zed", null),
            node("thing:" + uuid(5), NodeKind.PHONE, "+44 7700 900123", null),
            node("thing:" + uuid(6), NodeKind.PLACE, "Granary Lodge, Greyport", null));
    List<Network.Line> lines =
        List.of(
            line(1, "person:" + uuid(3), "Victim", MentionRole.VICTIM),
            line(1, "thing:" + uuid(5), "+44 7700 900123", null),
            line(1, "thing:" + uuid(6), "Granary Lodge, Greyport", null),
            line(2, "person:" + uuid(4), "Suspect", MentionRole.SUSPECT),
            line(2, "thing:" + uuid(5), "+44 7700 900123", null));
    return new Network(nodes.getFirst(), nodes, lines, List.of(), List.of(), List.of(), false);
  }

  @ParameterizedTest
  @CsvSource({"POLE_JSON,pole-json", "POLE_CSV,pole-csv", "CASE,case", "I2,i2"})
  void whatHeedWrites_itTakesBack_withNothingLost(Exchange form, String format) throws IOException {
    Path file = fixture.file(form.file(), ExchangeWriter.write(form, network()));
    assertThat(fixture.run(file, mapping(format))).isEqualTo(new ImportCounts(2, 2, 0, 0, 0));
    assertThat(
            fixture.server.texts(
                "select r.reference || ' ' || m.role || ' ' || m.given_name || ' '"
                    + " || coalesce(m.family_name, '-') from record.mention m"
                    + " join record.report r on r.id = m.report order by 1"))
        .containsExactly("R1 victim Ada Marlow", "R2 suspect Zed -");
    assertThat(
            fixture.server.texts(
                "select r.reference || ' ' || m.kind || ' ' || m.written from record.thing_mention m"
                    + " join record.report r on r.id = m.report order by 1"))
        .containsExactly(
            "R1 phone +44 7700 900123",
            "R1 place Granary Lodge, Greyport",
            "R2 phone +44 7700 900123");
    assertThat(fixture.run(file, mapping(format))).isEqualTo(new ImportCounts(2, 0, 0, 2, 0));
  }

  @Test
  void poleByHand_isRead_andWhatBelongsNowhereIsRefusedWithItsPlace() throws IOException {
    Path file =
        fixture.file(
            "chart.json",
            """
            {"entities": [
              {"id": "e1", "entity": "Event", "name": "CH-1", "dateTime": "2026-03-01T12:00:00Z"},
              {"id": "p1", "entity": "PERSON", "name": "Bea Holt"},
              {"id": "v1", "entity": "Object", "type": "Car", "name": "AB12 CDE"},
              {"id": "x1", "entity": "Object", "type": "Knife", "name": "Kitchen knife"},
              {"id": "", "entity": "Person", "name": "Nobody"},
              {"id": "l1", "entity": "Location", "name": "Weir Cottages"}],
             "relationships": [
              {"from": "e1", "to": "p1", "relationship": "Witness"},
              {"from": "v1", "to": "e1", "relationship": "Seen at"},
              {"from": "p1", "to": "v1", "relationship": "Keeper"},
              {"from": "p9", "to": "e1", "relationship": "Victim"}]}
            """);
    assertThat(fixture.run(file, mapping("pole-json"))).isEqualTo(new ImportCounts(6, 1, 0, 0, 5));
    assertThat(fixture.rejects())
        .containsExactly(
            "line,column,value,reason",
            "5,entities[3],Object Knife,\"it is no event, person, place, vehicle, phone or account\"",
            "6,entities[4],Nobody,\"it has no identifier, so that no link can name it\"",
            "11,relationships[2],Keeper,it joins no event with anybody or anything",
            "12,relationships[3],p9,it names what the file does not hold",
            "7,entities[5],Weir Cottages,no event speaks of it");
    assertThat(fixture.server.texts("select kind || ' ' || written from record.thing_mention"))
        .containsExactly("vehicle AB12 CDE");
  }

  private static final String TWO_PEOPLE =
      """
      {"entities": [
        {"id": "e1", "entity": "Event", "name": "CH-1", "dateTime": "2026-03-01T12:00:00Z"},
        {"id": "e2", "entity": "Event", "name": "CH-2", "dateTime": "2026-03-02T12:00:00Z"},
        {"id": "p1", "entity": "Person", "name": "Bea Holt"},
        {"id": "p2", "entity": "Person", "name": "Cal Roe"},
        {"id": "p3", "entity": "Person", "name": "Dee Ash"}],
       "relationships": [
        {"from": "p1", "to": "p2", "relationship": "Cousin", "status": "unconfirmed"},
        {"from": "p2", "to": "p3", "relationship": "Neighbour"},
        {"from": "e1", "to": "p1", "relationship": "Victim"},
        {"from": "p2", "to": "e2", "relationship": "Suspect"}]}
      """;

  private List<Tie> ties(Caller by, String reference) {
    UUID report =
        UUID.fromString(
            fixture.server.text(
                "select id::text from record.report where reference = '" + reference + "'"));
    return fixture
        .server
        .acts()
        .plain(by, () -> new Ties(fixture.server.databases()).of(List.of(report), KnownAt.NOW));
  }

  @Test
  void linkOfTwoPeople_isWhatTheSourceSays_andJoinsNobody() throws IOException {
    Path file = fixture.file("chart.json", TWO_PEOPLE);
    assertThat(fixture.run(file, mapping("pole-json"))).isEqualTo(new ImportCounts(5, 3, 0, 0, 2));
    assertThat(fixture.rejects())
        .containsExactly(
            "line,column,value,reason",
            "6,entities[4],Dee Ash,no event speaks of it",
            "9,relationships[1],Neighbour,\"no event speaks of both, so that no report does\"");
    Caller reader = fixture.server.someone(Right.READ);
    assertThat(ties(reader, "CH-1")).isEqualTo(ties(reader, "CH-2")).hasSize(1);
    Tie tie = ties(reader, "CH-1").getFirst();
    assertThat(tie.from().name()).isEqualTo("Bea Holt");
    assertThat(tie.from().reference()).isEqualTo("CH-1");
    assertThat(tie.to().name()).isEqualTo("Cal Roe");
    assertThat(tie.to().reference()).isEqualTo("CH-2");
    assertThat(tie.says()).isEqualTo("Cousin");
    assertThat(tie.confirmed()).isFalse();
    assertThat(tie.source()).isEqualTo("analysts-chart");
    assertThat(
            fixture.server.count(
                "select (select count(*) from record.identity_decision)"
                    + " + (select count(*) from record.mention_person)"
                    + " + (select count(*) from record.person)"))
        .as("nobody is joined")
        .isZero();
    assertThat(
            fixture.server.count(
                "select count(*) from ledger.entry where kind = 'person.tie-said'"))
        .isEqualTo(1);
    assertThat(fixture.run(file, mapping("pole-json"))).isEqualTo(new ImportCounts(5, 0, 0, 3, 2));
    assertThat(ties(reader, "CH-1")).hasSize(1);
  }

  @Test
  void tieSaidAgain_isOne_andTheNewestSaysWhetherItIsConfirmed() throws IOException {
    String by = mapping("pole-json");
    fixture.run(fixture.file("chart.json", TWO_PEOPLE), by);
    Caller reader = fixture.server.someone(Right.READ);
    String corrected = TWO_PEOPLE.replace("Bea Holt", "Beatrice Holt");
    fixture.run(fixture.file("corrected.json", corrected), by);
    assertThat(fixture.server.count("select max(version) from record.report_version"))
        .as("a report has another version, with other mentions")
        .isEqualTo(2);
    assertThat(fixture.server.count("select count(*) from record.tie")).isEqualTo(1);
    fixture.server.clock().pass(java.time.Duration.ofDays(1));
    String confirmed = corrected.replace("unconfirmed", "confirmed");
    fixture.run(fixture.file("confirmed.json", confirmed), by);
    assertThat(fixture.server.count("select count(*) from record.tie")).isEqualTo(2);
    assertThat(ties(reader, "CH-1")).hasSize(1);
    assertThat(ties(reader, "CH-1").getFirst().confirmed()).isTrue();
    fixture.run(fixture.file("again.json", confirmed), by);
    assertThat(fixture.server.count("select count(*) from record.tie")).isEqualTo(2);
  }

  @Test
  void tieIsClosed_whereOneOfItsReportsIs_andNeedsKeysInTheMapping() throws IOException {
    Path file = fixture.file("chart.json", TWO_PEOPLE);
    String keyless =
        mapping("pole-json")
            .replace(
                "    family_name: family_name\n    key: id\n", "    family_name: family_name\n");
    assertThat(fixture.run(file, keyless)).isEqualTo(new ImportCounts(5, 2, 0, 0, 3));
    assertThat(fixture.rejects().getLast())
        .contains("does the mapping give people their id as key?");
    assertThat(fixture.run(file, mapping("pole-json"))).isEqualTo(new ImportCounts(5, 1, 2, 0, 2));
    Caller reader = fixture.server.someone(Right.READ);
    assertThat(ties(reader, "CH-1")).hasSize(1);
    new Restrictions(fixture.server.acts(), fixture.server.databases())
        .restrict(
            fixture.server.someone(Right.READ, Right.RESTRICT),
            ties(reader, "CH-1").getFirst().to().report(),
            List.of(),
            "A source is at risk.");
    assertThat(ties(reader, "CH-1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pole-json|[1]|a.x:1: a network file is one JSON object",
        "pole-json|{\"entities\": [{]}|a.x:1: the file is not well-formed JSON",
        "pole-json|{\"a\": 1}|there are no entities; is it a POLE file?",
        "case|{\"entities\": []}|there is no @graph; is it CASE as JSON-LD?",
        "i2|From identity,To identity\\nx,y|the column “Time” is missing",
        "pole-csv|a,b\\n1,2|the column “date_time” is missing"
      })
  void fileThatIsNone_isRefusedAsAWhole_withItsFault(String format, String text, String says)
      throws IOException {
    Path file = fixture.file("a.x", text.replace("\\n", "\n"));
    String by = mapping(format);
    assertThatThrownBy(() -> fixture.run(file, by))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining(says);
  }

  @Test
  void thingsInColumns_areRecorded_andNoneWhereTheCellIsEmpty() throws IOException {
    String by =
        ImportFixture.SIMPLE
            + """
            things:
              - kind: {value: phone}
                written: Phone
              - kind: {column: What, values: {House: place, Car: vehicle}}
                written: Said
                detail: More
            """;
    Path file =
        fixture.file(
            "a.csv",
            """
            Ref,Text,Phone,What,Said,More
            1,Afraid to say who gave it.,07700 900123,Car,AB12 CDE,silver
            2,Missing overnight.,,,,
            3,Seen at a hotel.,,Boat,Marlin,
            """);
    assertThat(fixture.run(file, by)).isEqualTo(new ImportCounts(3, 2, 0, 0, 1));
    assertThat(
            fixture.server.texts(
                "select kind || ' ' || written || ' ' || coalesce(detail, '-')"
                    + " from record.thing_mention order by 1"))
        .containsExactly("phone 07700 900123 -", "vehicle AB12 CDE silver");
    assertThat(fixture.rejects())
        .contains("4,What,Boat,kind has a value that the mapping does not list");
  }
}

package org.heed.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.report.Operations;
import org.heed.testkit.HeedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportTest {
  private static final String DATED = ImportFixture.SIMPLE + "occurred_from: When\n";
  private ImportFixture fixture;

  @BeforeEach
  void start() {
    fixture = new ImportFixture();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private static ImportCounts counts(long read, long fresh, long changed, long same, long refused) {
    return new ImportCounts(read, fresh, changed, same, refused);
  }

  @Test
  void rowsGoIn_andAgainAreTheSame() {
    Path file = fixture.file("a.csv", "Ref,Text\n1,Missing overnight.\n2,Seen at a hotel.\n");
    assertThat(fixture.run(file, ImportFixture.SIMPLE)).isEqualTo(counts(2, 2, 0, 0, 0));
    assertThat(fixture.run(file, ImportFixture.SIMPLE)).isEqualTo(counts(2, 0, 0, 2, 0));
    assertThat(fixture.server.count("select count(*) from ledger.entry")).isEqualTo(2);
    assertThat(fixture.server.count("select count(*) from record.reading")).isEqualTo(2);
  }

  @Test
  void operationOfAReport_isTakenFromItsColumn_andWhatPeopleSaidStands() {
    String mapping = ImportFixture.SIMPLE + "operation: Operation\n";
    Path file =
        fixture.file(
            "a.csv",
            """
            Ref,Text,Operation
            1,Missing overnight.,Operation Larkspur
            2,Seen at a hotel.,
            3,A new phone.,larkspur/2
            """);
    assertThat(fixture.run(file, mapping)).isEqualTo(counts(3, 2, 0, 0, 1));
    assertThat(operations()).containsExactly("1 1 Larkspur Said by test.");
    Caller reviewer = fixture.server.someone(Right.READ, Right.REVIEW);
    new Operations(fixture.server.acts(), fixture.server.databases())
        .set(
            reviewer,
            UUID.fromString(
                fixture.server.text("select id::text from record.report where reference = '1'")),
            "Marigold",
            "The team took it over.");
    Path later =
        fixture.file(
            "b.csv",
            """
            Ref,Text,Operation
            1,Missing overnight.,Larkspur
            2,Seen at a hotel.,Op Larkspur
            """);
    assertThat(fixture.run(later, mapping)).isEqualTo(counts(2, 0, 0, 2, 0));
    assertThat(operations())
        .containsExactly(
            "1 1 Larkspur Said by test.",
            "1 2 Marigold The team took it over.",
            "2 1 Larkspur Said by test.");
  }

  private List<String> operations() {
    return fixture.server.texts(
        "select r.reference || ' ' || o.seq || ' ' || o.operation || ' ' || o.reason"
            + " from record.report_operation o join record.report r on r.id = o.report"
            + " order by r.reference, o.seq");
  }

  @Test
  void changedContent_isANewVersion() {
    fixture.run(fixture.file("a.csv", "Ref,Text\n1,Missing.\n"), ImportFixture.SIMPLE);
    Path changed = fixture.file("b.csv", "Ref,Text\n1,Missing overnight.\n");
    assertThat(fixture.run(changed, ImportFixture.SIMPLE)).isEqualTo(counts(1, 0, 1, 0, 0));
    assertThat(fixture.narrative("1")).isEqualTo("Missing overnight.");
  }

  @Test
  void duplicateReferencesInOneFile_areVersions_andAgainChangeNothing() {
    Path file = fixture.file("a.csv", "Ref,Text\n1,First.\n1,Second.\n1,Second.\n");
    assertThat(fixture.run(file, ImportFixture.SIMPLE)).isEqualTo(counts(3, 1, 1, 1, 0));
    assertThat(fixture.run(file, ImportFixture.SIMPLE)).isEqualTo(counts(3, 0, 0, 3, 0));
    assertThat(fixture.server.count("select max(version) from record.narrative")).isEqualTo(2);
  }

  @Test
  void badRows_areRefusedWithLineColumnValueAndReason_andTheRestGoesIn() throws IOException {
    Path file =
        fixture.file(
            "a.csv",
            """
            Ref,Text,When
            1,Good.,01/02/2020 10:00
            2,"Two
            lines.",31/02/2020
            3,,01/02/2020
            4,Good too.,
            5,Far ahead.,01/01/2090
            6,Too many,01/02/2020,"x, y"
            """);
    assertThat(fixture.run(file, DATED)).isEqualTo(counts(6, 2, 0, 0, 4));
    assertThat(fixture.rejects())
        .containsExactly(
            "line,column,value,reason",
            "3,When,31/02/2020,\"occurred_from is no date that exists, in none of the formats\"",
            "5,Text,,narrative is empty",
            "7,When,01/01/2090,occurred_from lies in the future",
            "8,,\"6,Too many,01/02/2020,x, y\",the row has 4 cells and the header 3: is a quote or a"
                + " delimiter missing?");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(fixture.folder.resolve("rejects.csv"))))
        .isEqualTo("rw-------");
  }

  @Test
  void refusedForItsDay_isTakenWhenTheDayHasCome() {
    Path file = fixture.file("a.csv", "Ref,Text,When\n1,Good.,01/02/2020\n2,Ahead.,01/12/2026\n");
    assertThat(fixture.run(file, DATED)).isEqualTo(counts(2, 1, 0, 0, 1));
    fixture.server.clock().pass(java.time.Duration.ofDays(30));
    assertThat(fixture.run(file, DATED)).isEqualTo(counts(2, 1, 0, 1, 0));
  }

  @Test
  void markedAndUnmarkedEncodings_areRead() {
    String text = "Ref,Text\n1,Café “Zoë” – £5\n";
    Charset windows = Charset.forName("windows-1252");
    check(fixture.file("w.csv", text, windows));
    check(fixture.file("u.csv", text, StandardCharsets.UTF_8));
    check(fixture.file("b.csv", "\uFEFF" + text, StandardCharsets.UTF_8));
    check(fixture.file("l.csv", "\uFEFF" + text, StandardCharsets.UTF_16LE));
    check(fixture.file("g.csv", "\uFEFF" + text, StandardCharsets.UTF_16BE));
    String late = "Ref,Text\n1," + "a".repeat(200_000) + "£\n";
    fixture.run(fixture.file("late.csv", late, windows), ImportFixture.SIMPLE);
    assertThat(fixture.narrative("1")).endsWith("aa£");
  }

  private void check(Path file) {
    fixture.run(file, ImportFixture.SIMPLE);
    assertThat(fixture.narrative("1")).isEqualTo("Café “Zoë” – £5");
  }

  @Test
  void millionCharacterCell_goesInWhole_inEachTextFormat() {
    String cell = "Seen again at the bus station. ".repeat(40_000);
    fixture.run(fixture.file("a.csv", "Ref,Text\n1,\"" + cell + "\"\n"), ImportFixture.SIMPLE);
    assertThat(fixture.narrative("1")).isEqualTo(cell.strip());
    String json = "{\"Ref\":\"2\",\"Text\":\"" + cell + "\"}\n";
    fixture.run(fixture.file("a.ndjson", json), ImportFixture.SIMPLE);
    assertThat(fixture.narrative("2")).isEqualTo(cell.strip());
  }

  @Test
  void emptyFiles_areNothing() {
    for (String name : new String[] {"a.csv", "a.ndjson", "a.xlsx"}) {
      assertThat(fixture.run(fixture.file(name, ""), ImportFixture.SIMPLE))
          .isEqualTo(ImportCounts.NONE);
    }
    assertThat(fixture.run(fixture.file("h.csv", "Ref,Text\n"), ImportFixture.SIMPLE))
        .isEqualTo(ImportCounts.NONE);
  }

  @Test
  void ndjsonPeople_goIn_andMalformedLinesAreRefused() {
    Path file =
        fixture.file(
            "a.ndjson",
            """
            {"Ref":1,"Text":"Missing.","who":[{"r":"victim","n":"Ada","b":"2008-05-01"},{"r":"suspect"}]}
            {"Ref":2,"Text":
            ["no object"]
            {"Ref":3,"Text":"Seen.","who":[{"r":"uncle"}]}
            """);
    String mapping =
        ImportFixture.SIMPLE
            + "people:\n  - {each: who, role: r, given_name: n, date_of_birth: b}\n";
    assertThat(fixture.run(file, mapping)).isEqualTo(counts(4, 1, 0, 0, 3));
    assertThat(fixture.rejects().get(1))
        .isEqualTo("2,,\"{\"\"Ref\"\":2,\"\"Text\"\":\",the line is not well-formed JSON");
    assertThat(fixture.rejects().get(3)).startsWith("4,r,uncle,\"role is one of victim");
    assertThat(fixture.server.count("select count(*) from record.mention")).isEqualTo(2);
  }

  @Test
  void halfSurrogatesAndNul_doNotStopTheBatch() {
    Path file =
        fixture.file(
            "a.ndjson",
            "{\"Ref\":\"1\",\"Text\":\"a \\ud800 b\"}\n{\"Ref\":\"2\",\"Text\":\"a \\u0000 b\"}\n");
    assertThat(fixture.run(file, ImportFixture.SIMPLE)).isEqualTo(counts(2, 1, 0, 0, 1));
    assertThat(fixture.narrative("1")).isEqualTo("a \uFFFD b");
  }

  @Test
  void workbook_datesAndNumbersReadAsShown() throws IOException {
    Path file = fixture.folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Reports");
      sheet.value(0, 0, "Ref");
      sheet.value(0, 1, "Text");
      sheet.value(0, 2, "When");
      sheet.value(1, 0, 20260001);
      sheet.value(1, 1, "Line one.\nLine two.");
      sheet.value(1, 2, LocalDateTime.of(2026, 2, 3, 14, 30));
      sheet.style(1, 2).format("dd/mm/yyyy hh:mm").set();
      sheet.value(2, 0, "X");
      sheet.value(2, 2, "yesterday");
    }
    assertThat(fixture.run(file, DATED)).isEqualTo(counts(2, 1, 0, 0, 1));
    assertThat(fixture.narrative("20260001")).isEqualTo("Line one.\nLine two.");
    assertThat(
            fixture.server.count(
                "select count(*) from record.report_version where occurred_from = '2026-02-03T14:30Z'"))
        .isEqualTo(1);
    assertThat(fixture.rejects().get(1)).startsWith("3,");
  }

  @Test
  void dayWithoutATime_isTheWholeDayInLondon() {
    fixture.run(fixture.file("a.csv", "Ref,Text,When\n1,Seen.,01/07/2020\n"), DATED);
    assertThat(
            fixture.server.count(
                """
                select count(*) from record.report_version
                where occurred_from = '2020-06-30T23:00Z' and occurred_to = '2020-07-01T22:59:59.999999Z'
                """))
        .isEqualTo(1);
  }

  @Test
  void restrictedReport_isRefusedByItself() {
    fixture.run(fixture.file("a.csv", "Ref,Text\n1,Missing.\n"), ImportFixture.SIMPLE);
    fixture.server.asOwner(
        """
        insert into record.restriction (entry, ordinal, report, seq, restricted, members, reason)
        select gen_random_uuid(), 0, id, 1, true, '', 'test' from record.report
        """);
    ImportFixture patient = fixture;
    Path file = patient.file("b.csv", "Ref,Text\n0,Seen.\n1,Changed.\n2,Seen.\n3,Seen.\n");
    Importer importer = patient.importer(_ -> {});
    assertThat(patient.run(importer, file, ImportFixture.SIMPLE, (_, _) -> {}))
        .isEqualTo(counts(4, 3, 0, 0, 1));
    assertThat(patient.rejects().get(1)).startsWith("3,,1,a restricted report has");
  }

  @Test
  void missingColumns_areNamedWithTheMappingsLine() {
    Path file = fixture.file("a.csv", "Ref,Narrative\n1,x\n");
    assertThatThrownBy(() -> fixture.run(file, ImportFixture.SIMPLE))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("mapping.yaml:3: ")
        .hasMessageContaining("no column “Text”; its columns are Ref, Narrative");
  }

  @Test
  void notAWorkbook_isSaidPlainly() {
    Path file = fixture.file("a.xlsx", "this is no workbook");
    assertThatThrownBy(() -> fixture.run(file, ImportFixture.SIMPLE))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("no Excel workbook");
  }

  @Test
  void standardInput_isReadOnceThrough() throws IOException {
    byte[] csv = "Ref,Text\n1,Seen.\n".getBytes(StandardCharsets.UTF_8);
    try (Rejects rejects = new Rejects(fixture.folder.resolve("r.csv"), false)) {
      ImportCounts counts =
          fixture
              .importer(_ -> {})
              .run(
                  ImportFile.standardInput(new ByteArrayInputStream(csv)),
                  fixture.mapping(ImportFixture.SIMPLE + "format: csv\n"),
                  rejects,
                  (_, _) -> {});
      assertThat(counts).isEqualTo(counts(1, 1, 0, 0, 0));
    }
  }

  @Test
  void publishedPassages_goInByTheExampleMapping() throws IOException {
    Path passages = HeedData.require("text/passages.ndjson");
    String mapping = Files.readString(Path.of("../docs/examples/mappings/passages.yaml"));
    ImportCounts counts = fixture.run(passages, mapping);
    assertThat(counts.refused()).isZero();
    assertThat(counts.fresh()).isPositive().isEqualTo(counts.read());
  }

  @Test
  void exampleMappings_haveNoMistakes() throws IOException {
    for (String name : new String[] {"passages", "simulated", "crime-csv"}) {
      Path file = Path.of("../docs/examples/mappings/" + name + ".yaml");
      assertThat(Mapping.load(file).report()).isNotEmpty();
    }
  }
}

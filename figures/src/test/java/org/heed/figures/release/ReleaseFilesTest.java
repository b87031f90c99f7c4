package org.heed.figures.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.heed.figures.RefusedInput;
import org.heed.figures.release.ReleaseTable.Status;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReleaseFilesTest {
  private static final ReleaseTable TABLE =
      new ReleaseTable(
          "crimes-by-month",
          "Crimes flagged as child sexual exploitation, \"Norchester\" & area",
          "crimes",
          List.of("By the day on which they were recorded.", "2 have no such day."),
          List.of("area", "month"),
          List.of(
              new ReleaseTable.Row(List.of("Elmford, north", "2026-04"), 12L, Status.PUBLISHED),
              new ReleaseTable.Row(
                  List.of("Elmford, north", "2026-05"), null, Status.CONFIDENTIAL)));
  private static final Release RELEASE =
      new Release(
          "norchester-2026-1",
          "Norchester, first release",
          "Norchester Constabulary",
          "2026-11-01T00:00:00Z",
          1234,
          "england-wales/2026.1#3f9c",
          "counts below 5 are hidden",
          List.of(TABLE));

  @Test
  void sameRelease_hasTheSameBytes() {
    SortedMap<String, byte[]> once = ReleaseFiles.of(RELEASE);
    SortedMap<String, byte[]> again = ReleaseFiles.of(RELEASE);
    assertThat(again.keySet()).isEqualTo(once.keySet());
    once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
    // Changes only when the form of releases does: older ones could then not be made again.
    assertThat(ReleaseFiles.sha256(of(once, ReleaseFiles.MANIFEST)))
        .isEqualTo("6bbf3c62c563d047873524ed03afc84f75d54ded2ccece6ac21538b7f13a23ef");
  }

  @Test
  void manifest_namesEveryOtherFile() {
    SortedMap<String, byte[]> files = ReleaseFiles.of(RELEASE);
    List<String> lines = text(files, ReleaseFiles.MANIFEST).lines().toList();
    assertThat(lines).hasSize(files.size() - 1);
    for (String line : lines) {
      String[] parts = line.split(" {2}", 2);
      assertThat(ReleaseFiles.sha256(of(files, parts[1]))).isEqualTo(parts[0]);
    }
  }

  @Test
  void hiddenCount_isInNoFile_andItsStatusSaysWhy() {
    String csv = text(ReleaseFiles.of(RELEASE), "crimes-by-month.csv");
    assertThat(csv.split("\r\n"))
        .containsExactly(
            "area,month,count,status",
            "\"Elmford, north\",2026-04,12,",
            "\"Elmford, north\",2026-05,,c");
    assertThatThrownBy(() -> new ReleaseTable.Row(List.of("x"), null, Status.PUBLISHED))
        .isInstanceOf(RefusedInput.class);
  }

  @Test
  void descriptions_nameTheColumnsOfTheFile() {
    SortedMap<String, byte[]> files = ReleaseFiles.of(RELEASE);
    List<String> header =
        Arrays.asList(text(files, "crimes-by-month.csv").lines().findFirst().orElse("").split(","));
    JsonNode csvw = JsonMapper.shared().readTree(text(files, "csv-metadata.json"));
    JsonNode table = csvw.get("tables").get(0);
    assertThat(table.get("url").asString()).isEqualTo("crimes-by-month.csv");
    assertThat(names(table.get("tableSchema").get("columns"))).isEqualTo(header);
    JsonNode frictionless = JsonMapper.shared().readTree(text(files, "datapackage.json"));
    JsonNode resource = frictionless.get("resources").get(0);
    assertThat(names(resource.get("schema").get("fields"))).isEqualTo(header);
    assertThat(resource.get("hash").asString())
        .isEqualTo("sha256:" + ReleaseFiles.sha256(of(files, "crimes-by-month.csv")));
    assertThat(csvw.get("dc:title").asString()).isEqualTo(RELEASE.title());
  }

  @Test
  void spreadsheet_isWellFormedWithOneMarkedTableASheet() throws Exception {
    Map<String, String> parts = new HashMap<>();
    byte[] book = of(ReleaseFiles.of(RELEASE), "norchester-2026-1.xlsx");
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(content));
        parts.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
      }
    }
    assertThat(parts.get("xl/tables/table1.xml")).contains("ref=\"A5:C7\"");
    assertThat(parts.get("xl/worksheets/sheet2.xml"))
        .contains("<v>12</v>", "[c]", "<tablePart r:id=\"rId1\"/>");
    assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("As known at: 2026-11-01T00:00:00Z");
  }

  private static List<String> names(JsonNode columns) {
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(column.get("name").asString()));
    return names;
  }

  private static String text(SortedMap<String, byte[]> files, String name) {
    return new String(of(files, name), StandardCharsets.UTF_8);
  }

  private static byte[] of(SortedMap<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name));
  }
}

package org.heed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LinkCommandTest {
  private static final String MAPPING =
      """
      id: ref
      given_name: first
      family_name: last
      date_of_birth: born
      postcode: postcode
      """;
  private static final String PEOPLE =
      """
      ref,first,last,born,postcode
      a1,Asha,Patel,2003-04-12,LE1 1AA
      a2,Asha,Pattel,2003-04-12,LE1 1AA
      b1,Grace,Okafor,2001-09-30,B3 2QD
      c1,Liam,Byrne,2004-01-22,M4 5JW
      c2,Byrne,Liam,2004-01-22,M4 5JW
      d1,Zofia,Nowak,2002-11-05,HU1 3TG
      """;

  @TempDir Path folder = Path.of("");
  private final InputStream in = System.in;
  private String messages = "";
  private String answer = "";

  @AfterEach
  void giveStandardInputBack() {
    System.setIn(in);
  }

  @Test
  void oneFile_isFreedOfDuplicates() throws Exception {
    Path clusters = folder.resolve("clusters.csv");
    Path pairs = folder.resolve("pairs.csv");
    run(
        0,
        "--in",
        file("people.csv", PEOPLE),
        "--clusters",
        clusters.toString(),
        "--pairs",
        pairs.toString());
    assertThat(Files.readString(clusters))
        .isEqualTo("cluster,id\n1,a1\n1,a2\n2,b1\n3,c1\n3,c2\n4,d1\n");
    List<String> lines = Files.readAllLines(pairs);
    assertThat(lines.getFirst()).isEqualTo("id_a,id_b,probability,weight");
    assertThat(lines.stream().skip(1).map(line -> line.substring(0, 5)))
        .containsExactlyInAnyOrder("a1,a2", "c1,c2");
  }

  @Test
  void twoFiles_areLinkedOneToOne() throws Exception {
    Path pairs = folder.resolve("pairs.csv");
    String second =
        """
        ref,first,last,born,postcode
        1,Zofia,Novak,2002-11-05,HU1 3TG
        2,Grace,Okafor,2001-09-03,B3 2QD
        3,Kofi,Mensah,2000-02-17,N7 6PA
        """;
    String first = PEOPLE.replaceAll("(a2|c2).*\n", "");
    run(
        0,
        "--in",
        file("people.csv", first),
        "--with",
        file("more.csv", second),
        "--pairs",
        pairs.toString());
    assertThat(Files.readAllLines(pairs).stream().skip(1).map(line -> line.substring(0, 4)))
        .containsExactlyInAnyOrder("d1,1", "b1,2");
  }

  @Test
  void explanation_sumsToThePairsWeight() throws Exception {
    Path pairs = folder.resolve("pairs.csv");
    run(
        0,
        "--in",
        file("people.csv", PEOPLE),
        "--pairs",
        pairs.toString(),
        "--explain",
        "c1",
        "c2");
    JsonNode json = JsonMapper.shared().readTree(answer);
    double sum = 0;
    for (JsonNode part : json.get("comparisons")) {
      sum += part.get("weight").asDouble();
    }
    assertThat(sum).isEqualTo(json.get("weight").asDouble());
    assertThat(answer).contains("swapped with the family name");
    String line =
        Files.readAllLines(pairs).stream()
            .filter(one -> one.startsWith("c1,c2"))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(line.split(",")[3])).isCloseTo(sum, within(0.0));
  }

  @Test
  void standardInput_andAByteOrderMark_areRead() throws Exception {
    System.setIn(new ByteArrayInputStream(("\uFEFF" + PEOPLE).getBytes(UTF_8)));
    run(0, "--in", "-");
  }

  @Test
  void whatIsWrongWithAFile_isNamedWithLineAndCure() throws Exception {
    assertThat(refused("ref,first,last,born,postcode\n1,a,b,c,d,e\n"))
        .contains("people.csv:2: 6 values where the header has 5; put a value that holds a comma");
    assertThat(refused("ref,first,last,born,postcode\n1,a,b,c\n"))
        .contains("people.csv:2: 4 values where the header has 5; leave an empty value");
    assertThat(refused("ref,first,last,born,postcode\n1,Secret,,,\n1,b,,,\n"))
        .contains("people.csv:3: the ref of line 2 again; give every record an id of its own")
        .doesNotContain("Secret");
    assertThat(refused("ref,first,last,born,postcode\n,b,,,\n")).contains("people.csv:2: no ref");
    assertThat(refused("ref,first,last,born\n1,a,b,c\n"))
        .contains(
            "mapping.yaml:5: ", "has no column postcode; its columns are ref, first, last, born");
    assertThat(refused("")).contains("people.csv: empty; the first line must name the columns");
    assertThat(refused("PAR1 and nothing else"))
        .contains("people.csv: not Parquet that can be read");
    run(1, "--in", folder.resolve("none.csv").toString());
    assertThat(messages).contains("there is no file");
  }

  @Test
  void whatIsWrongWithAMapping_isNamedWithLineAndCure() throws Exception {
    Path mapping = folder.resolve("mapping.yaml");
    String people = file("people.csv", PEOPLE);
    Files.writeString(mapping, "id: ref\nsurname: last\nsex: [a]\n");
    runWith(mapping, 1, "--in", people);
    assertThat(messages)
        .contains("mapping.yaml:2: there is no field surname; a field is id, given_name")
        .contains("mapping.yaml:3: name a column of the file here");
    Files.writeString(mapping, "given_name: first\n");
    runWith(mapping, 1, "--in", people);
    assertThat(messages).contains("says no id; name the column");
    Files.writeString(mapping, "id: [\n");
    runWith(mapping, 1, "--in", people);
    assertThat(messages).contains("not YAML");
  }

  @Test
  void wrongUse_isStatusTwo() throws Exception {
    String people = file("people.csv", PEOPLE);
    run(2, "--in", people, "--threshold", "2");
    run(2, "--in", "-", "--with", "-");
    run(2, "--in", people, "--pairs", "-", "--clusters", "-");
    run(2);
    run(1, "--in", people, "--explain", "a1", "nobody");
    assertThat(messages)
        .contains("has no record with the id given second")
        .doesNotContain("nobody");
  }

  @Test
  void noRecords_makeNoClusters() throws Exception {
    Path clusters = folder.resolve("clusters.csv");
    String header = "ref,first,last,born,postcode\n";
    run(0, "--in", file("people.csv", header), "--clusters", clusters.toString());
    assertThat(Files.readString(clusters)).isEqualTo("cluster,id\n");
    run(0, "--in", file("people.csv", header + "1,a,b,,\n"), "--clusters", clusters.toString());
    assertThat(Files.readString(clusters)).isEqualTo("cluster,id\n1,1\n");
  }

  private String refused(String content) throws IOException {
    run(1, "--in", file("people.csv", content));
    return messages;
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private void run(int status, String... arguments) throws IOException {
    runWith(Files.writeString(folder.resolve("mapping.yaml"), MAPPING), status, arguments);
  }

  private void runWith(Path mapping, int status, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "link";
    all[1] = "--mapping";
    all[2] = mapping.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int got = Heed.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    answer = out.toString();
    messages = err.toString();
    assertThat(got).as(messages).isEqualTo(status);
  }
}

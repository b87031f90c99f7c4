package org.heed.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MappingReaderTest {
  private static String mistakes(String yaml) {
    ImportFailure failure =
        catchThrowableOfType(
            ImportFailure.class,
            () -> MappingReader.read("m.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    return String.valueOf(failure.getMessage());
  }

  @Test
  void everyMistake_isNamedWithFileLineAndCure() {
    String mistakes =
        mistakes(
            """
            source: {value: x}
            refrence: Ref
            narrative: {colum: Text}
            kind: {column: K, values: {A: burglary}}
            occurred_from: {column: D, formats: ["dd/MM/yy"]}
            area: {column: A, formats: ["dd/MM/yyyy"]}
            delimiter: ";;"
            encoding: martian
            time_zone: Europe/Norchester
            people:
              - given_name: N
            """);
    assertThat(mistakes.lines())
        .anyMatch(line -> line.startsWith("m.yaml:2: there is no “refrence”"))
        .anyMatch(line -> line.startsWith("m.yaml:3: there is no “colum” here"))
        .anyMatch(line -> line.equals("m.yaml:3: narrative needs a column or a value"))
        .anyMatch(line -> line.startsWith("m.yaml:4: kind is one of crime-report"))
        .anyMatch(line -> line.startsWith("m.yaml:5: “dd/MM/yy” is no date format"))
        .anyMatch(line -> line.startsWith("m.yaml:6: area is no date"))
        .anyMatch(line -> line.startsWith("m.yaml:7: delimiter is one character"))
        .anyMatch(line -> line.startsWith("m.yaml:8: “martian” is no encoding"))
        .anyMatch(line -> line.startsWith("m.yaml:9: “Europe/Norchester” is no time zone"))
        .anyMatch(line -> line.startsWith("m.yaml:1: reference is missing: add"))
        .anyMatch(line -> line.startsWith("m.yaml:11: role is missing: add"));
  }

  @Test
  void brokenYaml_isNamedWithItsLine() {
    assertThat(mistakes("source: x\nnarrative: {column: [")).startsWith("m.yaml:").contains("YAML");
    assertThat(mistakes("")).startsWith("m.yaml:1: a mapping is a list of fields");
    assertThat(mistakes("- a\n- b\n")).startsWith("m.yaml:1: a mapping is a list of fields");
  }
}

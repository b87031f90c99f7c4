package org.heed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForceWriterTest {

  @TempDir Path folder;

  @Test
  void sameSeed_writesTheSameBytes() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    ForceWriter.write(SimulatedForce.of(ForceParameters.of(5, 600)), one, n -> {});
    ForceWriter.write(SimulatedForce.of(ForceParameters.of(5, 600)), two, n -> {});
    try (Stream<Path> files = Files.walk(one)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSize(11);
      for (Path file : all) {
        assertThat(two.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void oneReportALine_withoutTruth() throws IOException {
    long[] progress = new long[1];
    ForceWriter.write(SimulatedForce.of(ForceParameters.of(5, 600)), folder, n -> progress[0] = n);
    List<String> lines = Files.readAllLines(folder.resolve("reports.ndjson"));
    assertThat(lines).hasSize(600);
    assertThat(progress[0]).isEqualTo(600);
    assertThat(lines)
        .allSatisfy(line ->
            assertThat(line)
                .startsWith("{\"source\":\"norchester-")
                .endsWith("]}")
                .contains("\"narrative\":\"")
                .doesNotContain("situation", "\"topic\"", "\"exploitation\""));
    assertThat(Files.readAllLines(folder.resolve("truth/reports.ndjson"))).hasSize(600);
    assertThat(Files.readString(folder.resolve("README.md")))
        .contains("--seed 5 --reports 600 --scenario county")
        .doesNotContain("@");
  }
}

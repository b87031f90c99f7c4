package org.heed.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateTest {

  @TempDir Path folder;

  private final StringWriter errors = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new Simulate()).setErr(new PrintWriter(errors)).execute(args);
  }

  @Test
  void writesReportsEventsAndTruth() throws IOException {
    int status =
        run("--seed", "1", "--reports", "50", "--out", folder.toString(), "--scenario", "mixture");
    assertThat(status).isZero();
    assertThat(Files.readAllLines(folder.resolve("reports.ndjson"))).hasSize(50);
    assertThat(folder.resolve("events.ndjson")).isNotEmptyFile();
    assertThat(folder.resolve("truth/reports.ndjson")).isNotEmptyFile();
    assertThat(folder.resolve("README.md")).content().contains("--scenario mixture");
  }

  @Test
  void unknownScenario_isWrongUsageNamingThoseThereAre() {
    assertThat(run("--seed", "1", "--reports", "5", "--out", folder.toString(), "--scenario", "x"))
        .isEqualTo(2);
    assertThat(errors.toString()).contains("county, recognition-only, real-rise, mixture");
  }

  @Test
  void noReports_isWrongUsage() {
    assertThat(run("--seed", "1", "--reports", "0", "--out", folder.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("at least one report");
  }
}

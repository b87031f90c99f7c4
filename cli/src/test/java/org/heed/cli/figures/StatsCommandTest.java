package org.heed.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StatsCommandTest {
  private final StringWriter out = new StringWriter();

  @TempDir private Path folder;

  @Test
  void arrayIn_givesAnArrayOutInTheSameOrder() throws IOException {
    int status = run("poisson-interval", "[{\"count\":0},{\"count\":10,\"level\":0.998}]");
    assertThat(status).isZero();
    assertThat(out.toString()).startsWith("[{\"lower\":0.0,\"upper\":3.68887").contains("24.1339");
  }

  @Test
  void refusedInput_isNamedInItsPlaceAndFailsTheWhole() throws IOException {
    int status =
        run(
            "missing-data-bounds",
            "[{\"total\":10,\"recorded\":5,\"yes\":6},{\"total\":10,\"recorded\":5,\"yes\":1}]");
    assertThat(status).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("[{\"error\":\"yes: 6.0 exceeds the 5.0 recorded\"},{\"lower\":0.1");
  }

  @Test
  void missingField_isNamedInFull() throws IOException {
    assertThat(run("rate-ratio", "{\"a\":{\"count\":3},\"b\":{}}")).isEqualTo(1);
    assertThat(out.toString()).contains("b.count: is missing");
  }

  @Test
  void brokenJson_isAnError() throws IOException {
    assertThat(run("xmr", "{\"values\":[1,2")).isEqualTo(1);
    assertThat(out.toString()).startsWith("{\"error\":\"not JSON");
  }

  @Test
  void unknownMethod_isWrongUsage() throws IOException {
    assertThat(run("guess", "{}")).isEqualTo(2);
  }

  @Test
  void unboundedLimit_isNull() throws IOException {
    assertThat(run("rate-ratio", "{\"a\":{\"count\":3},\"b\":{\"count\":0}}")).isZero();
    assertThat(out.toString()).contains("\"ratio\":null").contains("\"upper\":null");
  }

  private int run(String method, String json) throws IOException {
    Path file = Files.writeString(folder.resolve("in.json"), json);
    CommandLine line = new CommandLine(new StatsCommand());
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(new StringWriter()));
    return line.execute(method, "--in", file.toString());
  }
}

package org.heed.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void brokenArray_isAnsweredUpToItsFault() throws IOException {
    assertThat(run("poisson-interval", "[{\"count\":0},{\"count\":1,")).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("[{\"lower\":0.0,")
        .contains(",{\"error\":\"not JSON, at line 1")
        .endsWith("]" + System.lineSeparator());
  }

  @Test
  void moreAfterTheEnd_isAnError_andAnEmptyArrayIsNone() throws IOException {
    assertThat(run("poisson-interval", "{\"count\":1} {\"count\":2}")).isEqualTo(1);
    assertThat(out.toString()).contains("not JSON");
    assertThat(run("poisson-interval", "[]")).isZero();
    assertThat(out.toString()).endsWith("[]" + System.lineSeparator());
  }

  /** What no figure may be made from, with the field that the error names. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "poisson-interval | {\"count\":9223372036854775807} | count: ",
        "rate-ratio | {\"a\":{\"count\":9223372036854775807},\"b\":{\"count\":5}} | a.count: ",
        "rate-ratio | {\"a\":{\"count\":5},\"b\":{\"count\":9223372036854775807}} | b.count: ",
        "rate-ratio | {\"a\":{\"count\":5,\"exposure\":1e308},\"b\":{\"count\":5,\"exposure\":1e-308}} | b.exposure: ",
        "tipping-point | {\"from\":5,\"to\":9000000000000000000} | to: ",
        "decompose | {\"rate\":\"a\",\"from\":{\"a\":\"x\"},\"to\":{\"a\":2}} | from.a: must be a number",
        "decompose | {\"rate\":\"sum(a)\",\"from\":{\"a\":[]},\"to\":{\"a\":[]}} | from.a: is empty",
        "decompose | {\"rate\":\"a\",\"from\":{\"a\":[1,2]},\"to\":{\"a\":[1]}} | values of a",
        "chain-ladder | {\"cumulative\":[[1e300,1e305],[1e300]]} | cumulative: ",
        "xmr | {\"values\":[]} | values: ",
        "xmr | {\"values\":[1e308,-1e308,1e308]} | values: ",
        "funnel | {\"areas\":[{\"id\":\"a\",\"events\":9000000000000000000,\"population\":10}]} | events: ",
        "funnel | {\"areas\":[{\"id\":\"a\",\"events\":5,\"population\":1e308},{\"id\":\"b\",\"events\":5,\"population\":1e308}]} | population: ",
        "agreement | {\"ratings\":[[null,null]]} | ratings: ",
        "cell-key | {\"records\":[],\"ptable\":[{\"count\":1,\"key_from\":0,\"key_to\":2147483647,\"add\":0}]} | ptable: ",
        "suppress | {\"tables\":[{\"dimensions\":{\"a\":[[\"q\"]]},\"cells\":[]}],\"rule\":{\"hide_below\":3}} | dimensions.a: ",
        "suppress | {\"tables\":[{\"dimensions\":{\"a\":[\"1\",\"1\"]},\"cells\":[]}],\"rule\":{\"hide_below\":3}} | dimensions: ",
        "suppress | {\"tables\":[{\"dimensions\":{},\"cells\":[]}],\"rule\":{\"hide_below\":3}} | dimensions: ",
        "missed-estimate | {\"confirmed\":1,\"strata\":[{\"unread\":3000000000,\"sampled\":1,\"found\":1}]} | unread: ",
        "nowcast | {\"events\":[],\"now\":\"2017-03-09\",\"max_delay_days\":5} | events: "
      })
  void inputNoFigureMayBeMadeFrom_isRefusedByItsField(String method, String in, String error)
      throws IOException {
    assertThat(run(method, in)).isEqualTo(1);
    assertThat(out.toString()).startsWith("{\"error\":\"").contains(error.strip());
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

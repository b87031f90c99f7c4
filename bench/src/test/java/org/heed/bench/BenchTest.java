package org.heed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class BenchTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private final StringWriter said = new StringWriter();
  private final Settings smallest =
      new Settings(HeedProgram.ofClassPath(HOME), 60, 10, 2, 1, 1, new PrintWriter(said, true));

  @Test
  void recording_losesNothingAndComparesTheSameRows() throws Exception {
    RecordBench.Result result = new RecordBench(smallest).run();

    assertThat(result.lines()).hasSize(2);
    assertThat(result.lines().getFirst().ours()).endsWith("; 0 lost");
    assertThat(result.lines().getFirst().beside()).startsWith("plain JDBC: p50 ");
    assertThat(result.lines().getLast().ours()).startsWith("server ").doesNotContain(" 0.000 ms");
    assertThat(said.toString()).contains("ok ");
  }

  @Test
  void importing_countsEveryRowAndTheServersMemory() throws Exception {
    ImportBench.Result result = new ImportBench(smallest).run();

    assertThat(said.toString()).contains("\"read\":60,\"new\":60,");
    assertThat(result.imported()).hasSize(2);
    assertThat(result.imported().getFirst().figure()).startsWith("import of 60 reports, ");
    assertThat(result.imported().getFirst().beside()).startsWith("COPY (");
    assertThat(result.imported().getLast().ours())
        .startsWith("import ")
        .doesNotContain("import 0.000 ms");
    assertThat(result.memory()).hasSize(2);
  }

  @Test
  void starting_isMeasuredFromTheCommandToThePage() throws Exception {
    List<Line> lines = new StartBench(smallest, 30).run();

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().figure()).startsWith("heed demo, second start");
  }

  @Test
  void standards_areEvaluatedFromTheDatabase() throws Exception {
    List<Line> lines = new ClocksBench(smallest, 2_000, 2).run();

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().beside()).startsWith("reading the same facts alone: ");
  }

  @Test
  void work_isAskedForWithAccessRulesOn() throws Exception {
    List<Line> lines = new WorkBench(smallest, 30_000).run();

    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst().figure()).startsWith("how 3,000 open cases stand");
    assertThat(lines.get(1).beside()).startsWith("plain JDBC, no access rules: p50 ");
    assertThat(lines.getLast().figure()).startsWith("300 cases with their actions");
  }

  @Test
  void linking_isComparedOnTheSamePeople() throws Exception {
    List<Line> lines = new LinkingBench(smallest, 3_000).run();

    assertThat(lines).hasSize(3);
    assertThat(lines.getLast().figure()).startsWith("pairwise F1");
    assertThat(lines.getLast().holds()).as(lines.getLast().toString()).isTrue();
  }

  @Test
  void hiding_leavesNoRangeNarrowerThanTheRule() {
    List<Line> lines = new SuppressionBench(smallest).run();

    assertThat(lines)
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.ours()).endsWith(", 0 narrower"));
  }

  @Test
  void rereading_comesToWhatReadingDid() throws Exception {
    List<Line> lines = new RereadBench(smallest, 12_000, 2).run();

    assertThat(lines)
        .singleElement()
        .satisfies(line -> assertThat(line.figure()).startsWith("re-reading 12,000 narratives ("));
  }

  @Test
  void counting_agreesWithThePeerInEveryCell() throws Exception {
    List<Line> lines = new FiguresBench(smallest, 50_000).run();

    assertThat(lines).hasSize(6);
    assertThat(lines.getFirst().beside()).startsWith("DuckDB ");
  }

  @Test
  void reading_runsBesideProgramsThatFindTheSamePhrases() throws Exception {
    List<Line> lines = new ReadingBench(smallest, 300, false).run();

    assertThat(lines).extracting(Line::beside).anyMatch(peer -> peer.startsWith("Hankcs: "));
    assertThat(said.toString()).contains("300 narratives of ");
  }
}

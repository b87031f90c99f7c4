package org.heed.cli.reading;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.heed.cli.CommandFailure;
import org.heed.cli.InputFile;
import org.heed.cli.OutputFile;
import org.heed.text.GeneralContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heed context}: whether phrases are denied, supposed, past or about somebody else. */
@Command(
    name = "context",
    mixinStandardHelpOptions = true,
    description = "Judges phrases in sentences (TSV: id, phrase, sentence) of general English.")
public final class ContextCommand implements Callable<Integer> {
  @Option(
      names = "--in",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Tab-separated with a header; - is standard input (the default).")
  private String in = "-";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Tab-separated; - is standard output (the default).")
  private String out = "-";

  @Override
  public Integer call() throws IOException {
    GeneralContext context = GeneralContext.english();
    try (BufferedReader cases =
            new BufferedReader(
                new InputStreamReader(
                    new InputFile(in).open(),
                    StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        Writer results =
            new BufferedWriter(
                new OutputStreamWriter(new OutputFile(out).open(), StandardCharsets.UTF_8))) {
      judgeAll(context, cases, results);
    }
    return 0;
  }

  private static void judgeAll(GeneralContext context, BufferedReader cases, Writer results)
      throws IOException {
    String header = cases.readLine();
    List<String> columns =
        header == null ? List.of() : Arrays.asList(withoutMark(header).split("\t", -1));
    int id = columns.indexOf("id");
    int phrase = columns.indexOf("phrase");
    int sentence = columns.indexOf("sentence");
    if (id < 0 || phrase < 0 || sentence < 0) {
      throw new CommandFailure("the first line must name the columns id, phrase and sentence.");
    }
    results.write("id\tnegated\tpossible\thistorical\thypothetical\texperiencer\n");
    for (String line = cases.readLine(); line != null; line = cases.readLine()) {
      if (line.isEmpty()) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      GeneralContext.Verdict verdict =
          context.judge(field(fields, phrase), field(fields, sentence));
      results.write(
          String.join(
              "\t",
              field(fields, id),
              String.valueOf(verdict.negated()),
              String.valueOf(verdict.possible()),
              String.valueOf(verdict.historical()),
              String.valueOf(verdict.hypothetical()),
              verdict.aboutOther() ? "other" : "subject"));
      results.write('\n');
    }
  }

  private static String withoutMark(String header) {
    return header.startsWith("\ufeff") ? header.substring(1) : header;
  }

  private static String field(String[] fields, int index) {
    return index < fields.length ? fields[index] : "";
  }
}

package org.heed.cli.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.heed.cli.CommandFailure;
import org.heed.server.OpenRecord;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.Figures;
import org.heed.server.publication.Lineage;
import org.heed.server.publication.Part;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.SettledFigure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code heed figures}: one question of the record, answered with what it rests on. */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    subcommands = ReleaseCommand.class,
    description = {
      "Asks the record for a figure.",
      "The same question about the same moment has the same answer, to the byte."
    })
public final class FiguresCommand implements Callable<Integer> {
  private static final Set<Right> RIGHTS = EnumSet.of(Right.FIGURES, Right.PSEUDONYMISED);
  private static final int PAGE = 10_000;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUESTION",
      description = "A file with the question in JSON; - is standard input.")
  private @Nullable String file;

  @Option(
      names = "--known-at",
      paramLabel = "T",
      description = "As known at this day's end or moment, in place of the question's.")
  private @Nullable String knownAt;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      description =
          "Also writes the records behind the count, without names or text, as NDJSON; the look is"
              + " in the ledger.")
  private @Nullable Path records;

  @Mixin private RecordOptions record;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, SQLException {
    if (file == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing required parameter: 'QUESTION', or the command release");
    }
    checkMoment();
    Question question = QuestionFile.parse(QuestionFile.json(file), "", knownAt);
    ServerLog.quiet();
    record.requireRecord();
    try (OpenRecord services =
        OpenRecord.open(record.data(), record.database(), record.rulebook())) {
      Caller caller = services.service("heed-figures", "Figures", RIGHTS);
      try {
        SettledFigure answer = services.figures().askSettled(caller, question);
        if (records != null) {
          writeRecords(services.figures(), caller, answer.figure().question(), records);
          services.settle();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(QuestionFile.JSON.writeValueAsString(FigureAnswer.json(answer)));
        out.flush();
      } finally {
        services.end(caller);
      }
      return 0;
    } catch (Refused refused) {
      throw new CommandFailure(QuestionFile.sentence(refused, ""), refused);
    } catch (RuntimeException why) {
      throw ServerFailures.explained(why);
    }
  }

  private void checkMoment() {
    if (knownAt != null) {
      try {
        var _ = QuestionText.parse(Map.of("known-at", knownAt), LocalDate.EPOCH);
      } catch (Refused wrong) {
        throw new ParameterException(
            spec.commandLine(), wrong.sentence().replace("known-at", "--known-at"), wrong);
      }
    }
  }

  private static void writeRecords(Figures figures, Caller caller, Question question, Path to)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(to)) {
      long done = 0;
      Lineage page;
      do {
        page = figures.records(caller, question, Part.TOTAL, done, PAGE);
        for (Lineage.Row row : page.rows()) {
          out.write(QuestionFile.JSON.writeValueAsString(line(row)));
          out.write('\n');
        }
        done += page.rows().size();
      } while (done < page.total() && !page.rows().isEmpty());
    }
  }

  private static ObjectNode line(Lineage.Row row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", row.id().toString());
    json.put("report", row.report().toString());
    json.put("area", row.area());
    json.put("at", row.at() == null ? null : row.at().toString());
    if (row.offence() != null) {
      json.put("offence", row.offence());
    }
    return json;
  }
}

package org.heed.cli.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.heed.cli.CommandFailure;
import org.heed.figures.decompose.Accounting;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.OpenRecord;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.CrimeRecounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code heed recount}: the crimes on record by another rulebook's counting rules. */
@Command(
    name = "recount",
    mixinStandardHelpOptions = true,
    description = {
      "Counts the crimes recorded in a period, and in the one before, again by the counting rules of"
          + " another rulebook, from what each was recorded of.",
      "Where a crime was recorded before that was kept, it was recorded of its own offence."
    })
public final class RecountCommand implements Callable<Integer> {
  private static final Set<Right> RIGHTS = EnumSet.of(Right.FIGURES, Right.PSEUDONYMISED);

  @Option(
      names = "--rulebook",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the rulebook to count by.")
  private Path rulebook;

  @Option(
      names = "--in-force",
      paramLabel = "DIR",
      defaultValue = "${sys:heed.home:-.}/rulebooks/england-wales",
      description = "The rulebook in force (England and Wales).")
  private Path inForce;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      required = true,
      description = "Crimes recorded on this day or later, as 2026-01-31.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      required = true,
      description = "Crimes recorded up to this day.")
  private LocalDate to;

  @Option(names = "--flagged", description = "Only those flagged as child sexual exploitation.")
  private boolean flagged;

  @Mixin private PlaceOptions place;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ServerLog.quiet();
    place.requireRecord();
    Rulebook by = load();
    try (OpenRecord record =
        OpenRecord.open(place.data(), place.database(), inForce.toAbsolutePath().normalize())) {
      record.settle();
      Caller caller = record.service("heed-figures", "Figures", RIGHTS);
      try {
        CrimeRecounts.Answer answer = record.recounts().ask(caller, by, from, to, flagged);
        PrintWriter out = spec.commandLine().getOut();
        out.println(QuestionFile.JSON.writeValueAsString(json(answer)));
        out.flush();
      } finally {
        record.end(caller);
      }
      return 0;
    } catch (Refused refused) {
      throw new CommandFailure(refused.sentence(), refused);
    } catch (SQLException | RuntimeException why) {
      throw ServerFailures.explained(why);
    }
  }

  private Rulebook load() throws IOException {
    try {
      return RulebookLoader.load(rulebook);
    } catch (RulebookException e) {
      throw new CommandFailure("the rulebook cannot be used:\n" + e.getMessage(), e);
    }
  }

  private static ObjectNode json(CrimeRecounts.Answer answer) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("rulebook", answer.rulebook());
    json.put("from", answer.from().toString());
    json.put("to", answer.to().toString());
    json.put("flagged", answer.flagged());
    json.putObject("as_recorded")
        .put("before", answer.recordedBefore())
        .put("count", answer.recorded());
    json.putObject("by_rulebook")
        .put("before", answer.countedBefore())
        .put("count", answer.counted());
    ArrayNode split = json.putArray("split");
    for (Accounting.Part part : answer.split().parts()) {
      split
          .addObject()
          .put("step", part.step())
          .put("part", part.whole())
          .put("exact", part.exact().toString());
    }
    return json;
  }
}

package org.heed.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.heed.cli.CommandFailure;
import org.heed.figures.RefusedInput;
import org.heed.server.OpenRecord;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.Contributions;
import org.heed.server.publication.ReleaseKey;
import org.heed.server.publication.ReleaseRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code heed figures release}: freezes the answers to several questions, signed. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = {
      "Freezes the answers to a set of questions as known at one moment, hides small counts, and",
      "writes them as CSV with descriptions, as a spreadsheet and as a page, signed.",
      "The same release has the same bytes whenever it is written."
    })
final class ReleaseCommand implements Callable<Integer> {
  private static final Set<Right> RIGHTS = EnumSet.of(Right.FIGURES, Right.PSEUDONYMISED);
  private static final long USUAL_RULE = 5;

  @Parameters(
      paramLabel = "QUESTIONS",
      description =
          "A file in JSON: id, title, publisher, hide_below and questions, each with a name; or a"
              + " list of questions alone. - is standard input.")
  private String file;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the release, which must be empty or hold the same release.")
  private Path out;

  @Mixin private RecordOptions record;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, SQLException {
    ReleaseRequest request = request(QuestionFile.json(file));
    ServerLog.quiet();
    record.requireRecord();
    try (OpenRecord services =
        OpenRecord.open(record.data(), record.database(), record.rulebook())) {
      Caller caller = services.service("heed-figures", "Figures", RIGHTS);
      try {
        Contributions frozen = services.releases().freeze(caller, request);
        services.settle();
        SortedMap<String, byte[]> files = frozen.files();
        ReleaseKey.sign(files, record.data());
        write(files, out);
        spec.commandLine()
            .getOut()
            .println(
                "Release " + frozen.id() + ", as known at " + frozen.knownAt() + ", is in " + out);
      } finally {
        services.end(caller);
      }
      return 0;
    } catch (Refused refused) {
      throw new CommandFailure(QuestionFile.sentence(refused, ""), refused);
    } catch (RefusedInput refused) {
      throw new CommandFailure(String.valueOf(refused.getMessage()), refused);
    } catch (RuntimeException why) {
      throw ServerFailures.explained(why);
    }
  }

  private static ReleaseRequest request(JsonNode json) {
    JsonNode list = json.isArray() ? json : json.path("questions");
    if (!list.isArray()) {
      throw new CommandFailure("questions is a list of questions.");
    }
    List<ReleaseRequest.Named> questions = new ArrayList<>();
    for (JsonNode each : list) {
      String path = "questions[" + questions.size() + "].";
      if (!(each instanceof ObjectNode object)) {
        throw new CommandFailure(path.replaceFirst("\\.$", "") + " is a JSON object.");
      }
      ObjectNode question = object.deepCopy();
      String usual = "figure-" + (questions.size() + 1);
      JsonNode name = question.remove("name");
      questions.add(
          new ReleaseRequest.Named(
              name == null ? usual : name.asString(), QuestionFile.parse(question, path, null)));
    }
    JsonNode rule = json.path("hide_below");
    if (!rule.isMissingNode() && !rule.isIntegralNumber()) {
      throw new CommandFailure("hide_below is a number from 2.");
    }
    try {
      return new ReleaseRequest(
          text(json, "id", "release"),
          text(json, "title", "Figures"),
          text(json, "publisher", "not named"),
          rule.isMissingNode() ? USUAL_RULE : rule.longValue(),
          questions);
    } catch (Refused wrong) {
      throw new CommandFailure(wrong.sentence(), wrong);
    }
  }

  private static String text(JsonNode json, String name, String otherwise) {
    JsonNode value = json.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isString() || value.stringValue().isBlank()) {
      throw new CommandFailure(name + " is a text that is not empty.");
    }
    return value.stringValue();
  }

  private static void write(SortedMap<String, byte[]> files, Path out) throws IOException {
    Files.createDirectories(out);
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path to = out.resolve(each.getKey());
      if (!Files.exists(to)) {
        Files.write(to, each.getValue(), StandardOpenOption.CREATE_NEW);
      } else if (!java.util.Arrays.equals(Files.readAllBytes(to), each.getValue())) {
        throw new CommandFailure(to + " is another already; choose an empty folder.");
      }
    }
  }
}

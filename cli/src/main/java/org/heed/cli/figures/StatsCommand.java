package org.heed.cli.figures;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import org.heed.cli.InputFile;
import org.heed.figures.RefusedInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code heed stats METHOD --in FILE}: one JSON object or an array of them in, the same shape out.
 * Input that no figure may be made from is refused by name: {@code {"error":"…"}} in its place and
 * exit status 1.
 */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description = "Works out one statistical method on JSON.")
public final class StatsCommand implements Callable<Integer> {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "METHOD",
      description = "One of: ${COMPLETION-CANDIDATES}",
      completionCandidates = Methods.Names.class)
  private String method = "";

  @Option(
      names = "--in",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "JSON: an object, or an array of them; - is standard input (the default).")
  private String in = "-";

  @Override
  public Integer call() throws IOException {
    Method known = Methods.ALL.get(method);
    if (known == null) {
      throw new ParameterException(
          spec.commandLine(), "no method " + method + ": one of " + Methods.ALL.keySet());
    }
    JsonNode answer = answer(known, read());
    spec.commandLine().getOut().println(JSON.writeValueAsString(answer));
    spec.commandLine().getOut().flush();
    return failed(answer) ? 1 : 0;
  }

  private JsonNode read() throws IOException {
    try (InputStream stream = new InputFile(in).open()) {
      return JSON.readTree(stream);
    } catch (JacksonException e) {
      return error(
          "not JSON, at line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr());
    }
  }

  private static JsonNode answer(Method method, JsonNode given) {
    if (given instanceof ArrayNode array) {
      ArrayNode answers = JsonNodeFactory.instance.arrayNode();
      array.forEach(each -> answers.add(answerOne(method, each)));
      return answers;
    }
    return answerOne(method, given);
  }

  private static JsonNode answerOne(Method method, JsonNode given) {
    if (failedOne(given)) {
      return given;
    }
    if (!(given instanceof ObjectNode object)) {
      return error("input: must be a JSON object or an array of them");
    }
    try {
      return method.answer(new Fields(object, ""));
    } catch (RefusedInput e) {
      return error(String.valueOf(e.getMessage()));
    } catch (ArithmeticException e) {
      return error("input: too large to work with");
    }
  }

  private static ObjectNode error(String message) {
    return JsonNodeFactory.instance.objectNode().put("error", message);
  }

  private static boolean failed(JsonNode answer) {
    return answer instanceof ArrayNode array
        ? array.valueStream().anyMatch(StatsCommand::failedOne)
        : failedOne(answer);
  }

  private static boolean failedOne(JsonNode answer) {
    return answer.isObject() && answer.size() == 1 && answer.has("error");
  }
}

package org.heed.cli.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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
    PrintWriter out = spec.commandLine().getOut();
    boolean failed = answer(known, out);
    out.println();
    out.flush();
    return failed ? 1 : 0;
  }

  /** Whether anything was refused. An array is answered as it is read, so that it may be long. */
  private boolean answer(Method known, PrintWriter out) throws IOException {
    try (InputStream stream = new InputFile(in).open();
        JsonParser parser = JSON.createParser(stream)) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        return array(known, parser, out);
      }
      JsonNode answer = answerOne(known, one(parser));
      out.print(JSON.writeValueAsString(answer));
      return failedOne(answer);
    } catch (JacksonException e) {
      out.print(JSON.writeValueAsString(notJson(e)));
      return true;
    }
  }

  private static boolean array(Method known, JsonParser parser, PrintWriter out) {
    boolean failed = false;
    String before = "[";
    try {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        JsonNode answer = answerOne(known, JSON.readTree(parser));
        out.print(before);
        out.print(JSON.writeValueAsString(answer));
        before = ",";
        failed |= failedOne(answer);
      }
      requireEnd(parser);
    } catch (JacksonException e) {
      out.print(before);
      out.print(JSON.writeValueAsString(notJson(e)));
      before = ",";
      failed = true;
    }
    out.print(before.equals("[") ? "[]" : "]");
    return failed;
  }

  private static JsonNode one(JsonParser parser) {
    if (parser.currentToken() == null) {
      return JsonNodeFactory.instance.missingNode();
    }
    JsonNode node = JSON.readTree(parser);
    requireEnd(parser);
    return node;
  }

  private static void requireEnd(JsonParser parser) {
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "more after the end");
    }
  }

  private static ObjectNode notJson(JacksonException e) {
    return error(
        "not JSON, at line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr());
  }

  private static JsonNode answerOne(Method method, JsonNode given) {
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

  private static boolean failedOne(JsonNode answer) {
    return answer.isObject() && answer.size() == 1 && answer.has("error");
  }
}

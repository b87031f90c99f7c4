package org.heed.cli.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heed.cli.CommandFailure;
import org.heed.cli.InputFile;
import org.heed.text.Narrative;
import org.heed.text.Reader;
import org.heed.text.ReadingJson;
import org.heed.text.Utf8;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads narratives again that were read before, and says of each whether it is the same. */
final class Replay {
  private final JsonMapper json =
      JsonMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
  private final NarrativeParser parser = new NarrativeParser();
  private final Map<String, List<Proof>> proofs = new LinkedHashMap<>();
  private final Reader reader;
  private final OutputStream answers;
  private boolean allSame = true;

  Replay(Reader reader, OutputStream answers) {
    this.reader = reader;
    this.answers = answers;
  }

  /** Takes up what was read once. */
  void prove(String file) throws IOException {
    try (InputStream in = new InputFile(file).open()) {
      Lines lines = new Lines(in);
      long number = 0;
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (!ReadCommand.isBlank(line)) {
          take(new String(Utf8.repair(line), UTF_8), number);
        }
      }
    }
  }

  private JsonNode tree(String line, long number) {
    try {
      return json.readTree(line);
    } catch (JacksonException _) {
      throw new CommandFailure("line " + number + " of what was read is not JSON.");
    }
  }

  /** What was malformed then was not read, and has nothing to prove. */
  private void take(String line, long number) {
    JsonNode once = tree(line, number);
    if (once.has("line") && once.has("error")) {
      return;
    }
    if (!once.path("id").isString()) {
      throw new CommandFailure("line " + number + " of what was read is no reading with an id.");
    }
    proofs
        .computeIfAbsent(once.path("id").asString(), _ -> new ArrayList<>())
        .add(new Proof(once, line));
  }

  /** Reads all texts again for which there is something to prove; says whether all is the same. */
  boolean run(Lines texts) throws IOException {
    long number = 0;
    for (byte[] line = texts.next(); line != null; line = texts.next()) {
      number++;
      if (ReadCommand.isBlank(line)) {
        continue;
      }
      try {
        replay(parser.parse(line));
      } catch (MalformedLineException e) {
        answer("\"line\":" + number, "error", List.of(e.reason()));
      }
    }
    for (String left : proofs.keySet()) {
      answer("\"id\":" + quoted(left), "differs", List.of("there is no text with this id"));
    }
    return allSame;
  }

  private void replay(Narrative narrative) throws IOException {
    List<Proof> once = proofs.remove(narrative.id());
    if (once == null) {
      return;
    }
    StringBuilder now = new StringBuilder();
    ReadingJson.write(reader.read(narrative).withRepaired(parser.malformed()), now);
    JsonNode again = json.readTree(now.toString());
    for (Proof proof : once) {
      answer(
          "\"id\":" + quoted(narrative.id()), "differs", proof.differences(again, now.toString()));
    }
  }

  private void answer(String whose, String key, List<String> differences) throws IOException {
    StringBuilder line = new StringBuilder("{").append(whose);
    if (key.equals("error")) {
      line.append(",\"error\":").append(quoted(differences.getFirst()));
    } else {
      line.append(",\"same\":").append(differences.isEmpty()).append(",\"differs\":[");
      for (int i = 0; i < differences.size(); i++) {
        line.append(i == 0 ? "" : ",").append(quoted(differences.get(i)));
      }
      line.append(']');
    }
    allSame &= differences.isEmpty();
    answers.write(line.append("}\n").toString().getBytes(UTF_8));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    ReadingJson.string(text, out);
    return out.toString();
  }
}

package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** What an editor says by the schemas agrees with what the loader says. */
class SchemasTest {
  private static final Path EXAMPLE = Path.of("src/test/resources/example");
  private static final Path SHIPPED = Path.of("..", "rulebooks", "england-wales");
  private static final String PLACE = "https://heed.example/schemas/";
  private static final int MUTATIONS = 600;

  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemas(place ->
                  place.startsWith(PLACE)
                      ? Schemas.find(place.substring(PLACE.length())).orElseThrow()
                      : null));

  private static List<String> faults(String file, Object content) {
    Schema schema = REGISTRY.getSchema(SchemaLocation.of(PLACE + Schemas.of(file)));
    return schema.validate(JSON.<tools.jackson.databind.JsonNode>valueToTree(content)).stream()
        .map(Object::toString)
        .toList();
  }

  private static Object yaml(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  static List<Path> folders() {
    return List.of(SHIPPED, EXAMPLE);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyFileOfARulebook_isValid(Path folder) throws Exception {
    RulebookLoader.files(folder)
        .forEach((file, text) -> assertThat(faults(file, yaml(text))).as(file).isEmpty());
  }

  @Test
  void everySchema_isOneOfDraft2020_12() {
    Schema draft =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (String name : Schemas.names()) {
      assertThat(draft.validate(JSON.readTree(Schemas.find(name).orElseThrow())))
          .as(name)
          .isEmpty();
    }
    assertThat(Schemas.find("../../etc/passwd")).isEmpty();
  }

  @Test
  void shippedFiles_nameTheirSchemaForEditors() throws Exception {
    for (Map.Entry<String, String> file : RulebookLoader.files(SHIPPED).entrySet()) {
      String first = file.getValue().lines().findFirst().orElseThrow();
      assertThat(first).as(file.getKey()).startsWith("# yaml-language-server: $schema=");
      Path schema =
          SHIPPED
              .resolve(file.getKey())
              .resolveSibling(first.substring(first.indexOf('=') + 1))
              .normalize();
      assertThat(schema).exists().hasFileName(Schemas.of(file.getKey()));
    }
  }

  @Test
  void everyExampleInTheFormatsDescription_isValid() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "rulebook-format.md"));
    Pattern example =
        Pattern.compile(
            "^## (\\S+\\.yaml)\n(?:(?!^## )(?s:.))*?^```yaml\n((?s:.)*?)^```", Pattern.MULTILINE);
    Map<String, String> found = new LinkedHashMap<>();
    example.matcher(text).results().forEach(m -> found.put(m.group(1), m.group(2)));
    assertThat(found).hasSize(Schemas.names().size() - 1);
    found.forEach((file, yaml) -> assertThat(faults(file, yaml(yaml))).as(file).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rulebook.yaml|in_force: 2026-01-01|in_force: 1 January 2026",
        "rulebook.yaml|id: example|id: Example",
        "rulebook.yaml|title:|titel:",
        "indicators/concepts.yaml|family: harm|family: harms",
        "indicators/concepts.yaml|phrases:|phrase:",
        "indicators/concepts.yaml|concepts:|concept:",
        "context.yaml|governs: following|governs: after",
        "context.yaml|reach: 8|reach: 800",
        "context.yaml|reach: 8|reach: eight",
        "context.yaml|kind: pseudo|kind: pseudo\\n    reach: 3",
        "context.yaml|kind: terminator|kind: terminator\\n    ends: [pseudo]",
        "context.yaml|is: [negated]|is: [denied]",
        "context.yaml|subject: child|subject: a child",
        "prompts.yaml|ask: look|ask: looks",
        "prompts.yaml|when: a-child and harm|whenever: a-child and harm",
        "prompts.yaml|victim_age: 15|victim_age: 500",
        "prompts.yaml|rules:|rule:",
        "prompts.yaml|look: 48|look: 4800",
        "language.yaml|suggest:|sugest:",
        "definitions.yaml|elements:|element:",
        "counting.yaml|cse: always|cse: sometimes",
        "counting.yaml|group: sexual|groups: sexual",
        "counting/per-victim.yaml|each: victim|each: victims",
        "counting/per-victim.yaml|kind: each|kind: every",
        "counting/per-victim.yaml|each: victim|each: victim\\nmonths: 3",
        "counting/per-victim.yaml|crimes:|crime:",
        "counting/per-victim.yaml|reported: 2026-04-10}|reported: 10 April 2026}",
        "counting/removal.yaml|allowed: false|allowed: perhaps",
        "counting/removal.yaml|grounds:|ground:",
        "counting/within-24-hours.yaml|hours: 24|hours: a day",
        "counting/within-24-hours.yaml|09:31|half past nine",
        "areas.yaml|kind: borough|kind: parish"
      })
  void plantedFault_isNamedByBoth(String file, String from, String to) throws Exception {
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(EXAMPLE));
    String text = String.valueOf(files.get(file));
    assertThat(text).contains(from);
    String faulty = text.replace(from, to.replace("\\n", "\n"));
    files.put(file, faulty);
    assertThat(faults(file, yaml(faulty))).isNotEmpty();
    assertThat(mistakes(files)).contains(file + ":");
  }

  /** Keys renamed, dropped or given something of another kind, anywhere in any file. */
  @Test
  void mutatedFiles_areRefusedByTheSchema_whereTheLoaderFindsThemBuiltWrongly() throws Exception {
    Map<String, String> files = RulebookLoader.files(EXAMPLE);
    List<String> names = List.copyOf(files.keySet());
    Random random = new Random(20_260_101);
    SoftAssertions softly = new SoftAssertions();
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String file = names.get(random.nextInt(names.size()));
      Object content = yaml(String.valueOf(files.get(file)));
      String what = mutate(content, random);
      Map<String, String> mutated = new TreeMap<>(files);
      mutated.put(file, new Dump(DumpSettings.builder().build()).dumpToString(content));
      String mistakes = mistakes(mutated);
      boolean schema = !faults(file, content).isEmpty();
      boolean builtWrongly = mistakes.lines().anyMatch(line -> line.matches(BUILT_WRONGLY));
      refused += schema ? 1 : 0;
      if (schema) {
        softly.assertThat(mistakes).as(file + " " + what + ": the loader").isNotEmpty();
      }
      if (builtWrongly) {
        softly.assertThat(schema).as(file + " " + what + ": the schema, " + mistakes).isTrue();
      }
    }
    softly.assertAll();
    assertThat(refused).as("mutations that matter").isGreaterThan(MUTATIONS / 2);
  }

  private static final String BUILT_WRONGLY =
      ".*(has no key|has no [a-z_]+\\.|is not a text|is not a list|keys and values|cannot be “).*";

  private static String mutate(Object content, Random random) {
    List<Map<Object, Object>> maps = new ArrayList<>();
    collect(content, maps);
    Map<Object, Object> map = maps.get(random.nextInt(maps.size()));
    List<Object> keys = List.copyOf(map.keySet());
    Object key = keys.get(random.nextInt(keys.size()));
    return switch (random.nextInt(4)) {
      case 0 -> {
        map.remove(key);
        yield "without " + key;
      }
      case 1 -> {
        map.put(key + "x", map.remove(key));
        yield "renamed " + key;
      }
      case 2 -> {
        map.put(key, Map.of("a", "b"));
        yield "a mapping for " + key;
      }
      default -> {
        map.put(key, List.of(List.of("a")));
        yield "a list of lists for " + key;
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static void collect(Object content, List<Map<Object, Object>> maps) {
    if (content instanceof Map<?, ?> map) {
      maps.add((Map<Object, Object>) map);
      map.values().forEach(value -> collect(value, maps));
    } else if (content instanceof List<?> list) {
      list.forEach(item -> collect(item, maps));
    }
  }

  private static String mistakes(Map<String, String> files) {
    try {
      RulebookLoader.parse(files);
      return "";
    } catch (RulebookException e) {
      return String.valueOf(e.getMessage());
    }
  }
}

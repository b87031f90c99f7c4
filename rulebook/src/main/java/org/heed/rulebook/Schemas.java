package org.heed.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The JSON Schemas (draft 2020-12) of a rulebook's files, by which editors complete and check them.
 * They say how a file is built; what crosses files is the loader's to check.
 */
public final class Schemas {
  private static final List<String> NAMES =
      List.of(
          "common",
          "rulebook",
          "words",
          "indicators",
          "context",
          "prompts",
          "language",
          "definitions",
          "counting",
          "counting-rule",
          "areas",
          "standard",
          "calendars",
          "groups",
          "patterns",
          "outcomes",
          "grades",
          "limits",
          "inspection");

  private Schemas() {}

  /** The schemas' file names. */
  public static List<String> names() {
    return NAMES.stream().map(name -> name + ".schema.json").toList();
  }

  /** The file name of the schema that a rulebook's file is written by. */
  public static String of(String file) {
    String kind =
        file.startsWith("indicators/")
            ? "indicators"
            : file.startsWith("counting/")
                ? "counting-rule"
                : file.startsWith("standards/") ? "standard" : file.replace(".yaml", "");
    return kind + ".schema.json";
  }

  /** A schema's text by its file name. */
  public static Optional<String> find(String name) {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = Schemas.class.getResourceAsStream("/schemas/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

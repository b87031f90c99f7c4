package org.heed.server.publication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The broad group of each code that police records use, from the file beside this class. */
final class EthnicGroups {
  private static final Map<String, String> GROUPS = read();

  private EthnicGroups() {}

  /** The broad group; {@code null} where the code says that it is not known or not stated. */
  static @org.jspecify.annotations.Nullable String of(String code) {
    String group = GROUPS.getOrDefault(code, "Other code: " + code);
    return group.isEmpty() ? null : group;
  }

  private static Map<String, String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(EthnicGroups.class.getResourceAsStream("ethnic-groups.csv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> List.of(line.split(",", 2)))
          .collect(Collectors.toMap(List::getFirst, List::getLast));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

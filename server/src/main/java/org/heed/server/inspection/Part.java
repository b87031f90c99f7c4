package org.heed.server.inspection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.server.store.Coded;

/** In what part somebody grades: each case is graded once in each part of an inspection. */
public enum Part implements Coded {
  /** Of the force, on its own work. */
  SELF("Self-grade"),
  /** Independent. */
  FIRST("First inspector"),
  /** Independent, and blind to the first. */
  SECOND("Second inspector"),
  /** Independent, and blind to both. */
  THIRD("Third inspector");

  /** Those that grade independently of the force and of each other. */
  static final List<Part> INDEPENDENT = List.of(FIRST, SECOND, THIRD);

  private final String title;

  Part(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The part with that code. */
  public static Optional<Part> find(String code) {
    return Coded.find(values(), code);
  }

  static Set<Part> list(String codes) {
    EnumSet<Part> parts = EnumSet.noneOf(Part.class);
    Arrays.stream(codes.split(",")).forEach(code -> parts.add(Coded.parse(values(), code, "part")));
    return parts;
  }

  static String codes(Set<Part> parts) {
    return parts.stream().sorted().map(Part::code).collect(Collectors.joining(","));
  }
}

package org.heed.server.tellus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who tells: the two forms, each with its pages. */
public enum Way {
  /** A child, family, a friend, anybody. */
  PUBLIC,
  /** Somebody who works with children. */
  PROFESSIONAL;

  private static final List<Step> OF_THE_PUBLIC =
      List.of(Step.DANGER, Step.HAPPENED, Step.ABOUT, Step.WHERE, Step.CONTACT);
  private static final List<Step> OF_PROFESSIONALS =
      List.of(Step.DANGER, Step.HAPPENED, Step.ABOUT, Step.WHERE, Step.YOU, Step.CONTACT);

  /** Its pages, in order. */
  public List<Step> steps() {
    return switch (this) {
      case PUBLIC -> OF_THE_PUBLIC;
      case PROFESSIONAL -> OF_PROFESSIONALS;
    };
  }

  /** As addresses and the record have it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page after one; empty after the last. */
  public Optional<Step> after(Step step) {
    int next = steps().indexOf(step) + 1;
    return next < steps().size() ? Optional.of(steps().get(next)) : Optional.empty();
  }

  /** The page before one; empty before the first. */
  public Optional<Step> before(Step step) {
    int before = steps().indexOf(step) - 1;
    return before >= 0 ? Optional.of(steps().get(before)) : Optional.empty();
  }

  /** The way with that code. */
  public static Optional<Way> find(String code) {
    return List.of(values()).stream().filter(way -> way.code().equals(code)).findFirst();
  }
}

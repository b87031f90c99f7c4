package org.heed.server.tellus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One page of the form, with what it asks for. */
public enum Step {
  DANGER,
  HAPPENED,
  ABOUT,
  WHERE,
  YOU,
  CONTACT;

  /** The names of its fields. */
  public List<String> fields() {
    return switch (this) {
      case DANGER -> List.of("danger");
      case HAPPENED -> List.of("happened");
      case ABOUT -> List.of("about", "child", "age");
      case WHERE -> List.of("where", "area");
      case YOU -> List.of("name", "role", "organisation");
      case CONTACT -> List.of("name", "how", "to", "when", "care", "knows");
    };
  }

  /** As addresses have it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page with that code. */
  public static Optional<Step> find(String code) {
    return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
  }
}

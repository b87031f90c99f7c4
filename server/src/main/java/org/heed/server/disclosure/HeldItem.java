package org.heed.server.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * Something that is held about a person.
 *
 * @param key what it is, by identifiers
 * @param others the names of other people whom it is known to speak of
 * @param free whether somebody wrote it in their own words, so that somebody has to read it before
 *     it is given
 * @param restricted whether it stands in a restricted report or case, or in a case of such a report
 * @param about the record it is of, which a look at it names
 * @param besides other records that it shows, which a look at it names too
 * @param document whose words these are of, where a file is held; what is in the file is not among
 *     them
 */
public record HeldItem(
    String key,
    String kind,
    Instant at,
    String source,
    String text,
    List<String> others,
    boolean free,
    boolean restricted,
    UUID about,
    List<UUID> besides,
    @Nullable Document document) {
  public HeldItem {
    others = List.copyOf(others);
    besides = List.copyOf(besides);
  }

  /** Something that is no file. */
  HeldItem(
      String key,
      String kind,
      Instant at,
      String source,
      String text,
      List<String> others,
      boolean free,
      boolean restricted,
      UUID about) {
    this(key, kind, at, source, text, others, free, restricted, about, List.of(), null);
  }

  /** A file. */
  static HeldItem of(Document one, String source, List<String> others, boolean restricted) {
    return new HeldItem(
        "document:" + one.id() + ":" + one.scans().size() + ":" + one.states().size(),
        "Document",
        one.at(),
        source,
        one.name()
            + " ("
            + one.type().title()
            + ")\n"
            + one.says()
            + one.withdrawn().map(state -> "\nTaken out again: " + state.reason()).orElse(""),
        others,
        true,
        restricted,
        one.id(),
        List.of(),
        one);
  }

  /** The same, known to speak of these people. */
  HeldItem of(List<String> known) {
    return new HeldItem(
        key, kind, at, source, text, known, free, restricted, about, besides, document);
  }

  /** What it is; the rest is personal. */
  @Override
  public String toString() {
    return "HeldItem[" + kind + "]";
  }
}

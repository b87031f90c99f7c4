package org.heed.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One act: who did what, when, to whose record and why. Holds identifiers and fixed words, never
 * personal text, because it is never destroyed.
 *
 * @param id of the entry; its facts carry it
 * @param kind what was done, a fixed word such as {@code report.recorded}
 * @param actor who did it
 * @param at when, in whole microseconds, by the clock of whoever wrote it
 * @param content what it says of its rows; for a read, that there are none
 * @param subjects records it concerns, in the order given
 * @param purpose why, a word of a fixed list; null where the kind says it
 */
public record Entry(
    UUID id,
    String kind,
    UUID actor,
    Instant at,
    Content content,
    List<UUID> subjects,
    @Nullable String purpose) {

  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+)*");
  private static final int LONGEST_WORD = 100;
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  public Entry {
    checkWord("kind", kind);
    if (purpose != null) {
      checkWord("purpose", purpose);
    }
    formatTime(at);
    subjects = List.copyOf(subjects);
  }

  /**
   * The bytes of the Merkle tree's leaf: lines of ASCII, {@code heed entry v1} and then a name, a
   * space and a value each, so that anyone can write them with a text editor and hash them.
   */
  public byte[] leaf() {
    StringBuilder text = new StringBuilder(256 + 46 * subjects.size());
    text.append("heed entry v1\nid ").append(id);
    text.append("\nkind ").append(kind);
    text.append("\nactor ").append(actor);
    text.append("\nat ").append(formatTime(at));
    text.append("\nrows ").append(content.rows());
    text.append("\ncontent ").append(content.digest().hex()).append('\n');
    for (UUID subject : subjects) {
      text.append("subject ").append(subject).append('\n');
    }
    if (purpose != null) {
      text.append("purpose ").append(purpose).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** {@code MerkleTree.leafHash(leaf())}. */
  public Digest leafHash() {
    return MerkleTree.leafHash(leaf());
  }

  /** ISO 8601 in UTC with six decimals, whatever the value. */
  static String formatTime(Instant at) {
    if (!at.truncatedTo(ChronoUnit.MICROS).equals(at)) {
      throw new IllegalArgumentException("takes whole microseconds; truncate before recording");
    }
    String text = MICROS.format(at);
    if (text.length() != 27 || text.startsWith("-")) {
      throw new IllegalArgumentException("a time lies between the years 0 and 9999");
    }
    return text;
  }

  private static void checkWord(String what, String word) {
    if (word.length() > LONGEST_WORD || !WORD.matcher(word).matches()) {
      throw new IllegalArgumentException(
          "an entry's "
              + what
              + " is lower-case letters and digits in parts joined by '.', '-' or '_'");
    }
  }
}

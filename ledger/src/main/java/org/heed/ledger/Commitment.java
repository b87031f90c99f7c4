package org.heed.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Salted commitments: what an entry says of its rows without saying what is in them. Once a row's
 * content and its salt are destroyed, the commitment still proves that the row was there and nobody
 * can guess it back. The salt of one row tells nothing of another's or of the entry's.
 *
 * @param content what goes into the entry
 * @param rows one for each fact, in order
 */
public record Commitment(Content content, List<RowCommitment> rows) {

  public Commitment {
    rows = List.copyOf(rows);
  }

  /** Commits to the facts of an entry, numbered from 0 in the order given, under its own salt. */
  public static Commitment of(Salt entrySalt, List<Fact> facts) {
    List<RowCommitment> rows = new ArrayList<>(facts.size());
    List<Salt> salts = entrySalt.ofRows(facts.size());
    for (int ordinal = 0; ordinal < facts.size(); ordinal++) {
      Fact fact = facts.get(ordinal);
      Digest digest = ofRow(salts.get(ordinal), fact);
      rows.add(new RowCommitment(ordinal, fact.table().name(), digest));
    }
    return new Commitment(content(rows.stream().map(RowCommitment::digest).toList()), rows);
  }

  /** SHA-256 of the row's salt and the fact's canonical bytes. */
  public static Digest ofRow(Salt rowSalt, Fact fact) {
    return Digest.sha256(rowSalt.bytes(), Canonical.bytes(fact));
  }

  /**
   * The number of rows and SHA-256 of the text {@code heed content v1}, the number of rows, and for
   * each row its ordinal, a space and its commitment in hex, each on a line.
   *
   * @param rows commitments in the order of their ordinals, which are 0, 1, 2 …
   */
  public static Content content(List<Digest> rows) {
    StringBuilder text = new StringBuilder(32 + 72 * rows.size());
    text.append("heed content v1\n").append(rows.size()).append('\n');
    for (int ordinal = 0; ordinal < rows.size(); ordinal++) {
      text.append(ordinal).append(' ').append(rows.get(ordinal).hex()).append('\n');
    }
    return new Content(
        rows.size(), Digest.sha256(text.toString().getBytes(StandardCharsets.US_ASCII)));
  }
}

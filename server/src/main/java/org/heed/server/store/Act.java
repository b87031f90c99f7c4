package org.heed.server.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.ledger.Commitment;
import org.heed.ledger.Content;
import org.heed.ledger.Entry;
import org.heed.ledger.Fact;
import org.heed.ledger.FactTable;
import org.heed.ledger.Salt;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One act in the making: what will be one entry of the ledger with its facts. Facts are gathered
 * and written together when the act ends; until then the transaction does not see them.
 */
public final class Act {
  private final UUID id;
  private final String kind;
  private final Caller caller;
  private final Instant at;
  private final byte[] salt;
  private final IdSource ids;
  private final List<Fact> facts = new ArrayList<>();
  private final Set<UUID> subjects = new LinkedHashSet<>();
  private @Nullable String purpose;

  Act(String kind, Caller caller, Instant at, IdSource ids) {
    this.id = ids.next();
    this.kind = kind;
    this.caller = caller;
    this.at = at;
    this.salt = ids.salt();
    this.ids = ids;
  }

  /** The entry's identifier, which its facts carry. */
  public UUID id() {
    return id;
  }

  /** Who acts. */
  public Caller caller() {
    return caller;
  }

  /** When, by the server's clock, in whole microseconds. */
  public Instant at() {
    return at;
  }

  /** A new identifier for something this act creates. */
  public UUID newId() {
    return ids.next();
  }

  /**
   * Adds a fact: values in the table's order.
   *
   * @throws Refused where a text holds what no text can: U+0000, or half of a surrogate pair
   */
  public void add(FactTable table, @Nullable Object... values) {
    for (Object value : values) {
      if (value instanceof String text && !Fact.isKeepable(text)) {
        throw new Refused(
            Refused.Code.INVALID,
            "A text holds a character that cannot be kept: take out U+0000 and halves of"
                + " characters.");
      }
    }
    facts.add(Fact.of(table, values));
  }

  /** Names a record that the act concerns. */
  public void concerns(UUID subject) {
    subjects.add(subject);
  }

  /** Says why, with a word of a fixed list. */
  public void purpose(String word) {
    purpose = word;
  }

  List<Fact> facts() {
    return facts;
  }

  byte[] salt() {
    return salt;
  }

  Entry entry() {
    Content content = Commitment.of(Salt.of(salt), facts).content();
    return new Entry(id, kind, caller.account(), at, content, List.copyOf(subjects), purpose);
  }
}

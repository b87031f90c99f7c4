package org.heed.text;

import java.util.Optional;
import org.heed.rulebook.Ask;

/**
 * Reads many narratives one after another and tells of each only what is asked, without an object
 * for anything else: for a whole archive. For one thread at a time; what it tells is of the
 * narrative read last. It is the same reading as {@link Reader#read}'s.
 */
public final class Skim {
  private final Session session;

  Skim(Session session) {
    this.session = session;
  }

  /** Reads a narrative, which is to be left alone until the next. */
  public void read(Narrative narrative) {
    session.read(narrative);
  }

  /** What a person is asked, if anything. */
  public Optional<Ask> ask() {
    return session.ask();
  }

  /** Whether a prompt rule holds, by its place in the rulebook. */
  public boolean holds(int rule) {
    return session.holds(rule);
  }

  /** How many findings there are. */
  public int findings() {
    return session.findings().size();
  }

  /** The concept of a finding, by its place in the rulebook. */
  public int concept(int finding) {
    return session.findings().concept(finding);
  }

  /** Everything that was read, as {@link Reader#read} gives it. */
  public Reading reading() {
    return session.reading();
  }

  /** Nothing of the last text. */
  @Override
  public String toString() {
    return "Skim[" + session + "]";
  }
}

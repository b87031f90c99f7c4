package org.heed.text;

import org.heed.rulebook.Rulebook;

/**
 * Reads narratives under one rulebook. Immutable and safe for many threads; compiling takes a
 * moment, so keep it. Reading the same bytes under the same rulebook gives the same reading,
 * always.
 */
public final class Reader {
  private final Rulebook rulebook;
  private final Lexicon lexicon;
  private final PromptProgram program;
  private final Idle<Session> sessions = new Idle<>(this::session);

  private Reader(Rulebook rulebook, Lexicon lexicon) {
    this.rulebook = rulebook;
    this.lexicon = lexicon;
    program = new PromptProgram(rulebook);
  }

  /**
   * Compiles a rulebook.
   *
   * @throws RulebookTooLargeException if its phrases need more states than fit
   */
  public static Reader of(Rulebook rulebook) {
    return new Reader(rulebook, LexiconBuilder.of(rulebook));
  }

  static Reader compiled(Rulebook rulebook, Lexicon lexicon) {
    return new Reader(rulebook, lexicon);
  }

  /** What is read by. */
  public Rulebook rulebook() {
    return rulebook;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** Reads one narrative. */
  public Reading read(Narrative narrative) {
    Session session = sessions.take();
    try {
      session.read(narrative);
      return session.reading();
    } finally {
      sessions.give(session);
    }
  }

  /** As {@link #read}, telling of each finding also which context words do not govern it. */
  public Reading explain(Narrative narrative) {
    Session session = sessions.take();
    try {
      session.read(narrative);
      return session.explained();
    } finally {
      sessions.give(session);
    }
  }

  /** A reader for one thread that makes no object for what is not asked of it. */
  public Skim skim() {
    return new Skim(session());
  }

  private Session session() {
    return new Session(rulebook, lexicon, program);
  }

  /** The rulebook's name. */
  @Override
  public String toString() {
    return "Reader[" + rulebook.id() + "]";
  }
}

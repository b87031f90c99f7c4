package org.heed.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.heed.rulebook.Rulebook;

/**
 * Reads narratives under one rulebook. Immutable and safe for many threads; compiling takes a
 * moment, so keep it. Reading the same bytes under the same rulebook gives the same reading,
 * always.
 */
public final class Reader {
  private static final int MOST_IDLE = 16;

  private final Rulebook rulebook;
  private final Lexicon lexicon;
  private final Deque<Session> idle = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();

  private Reader(Rulebook rulebook, Lexicon lexicon) {
    this.rulebook = rulebook;
    this.lexicon = lexicon;
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
    Session session = take();
    try {
      return session.read(narrative);
    } finally {
      give(session);
    }
  }

  private Session take() {
    lock.lock();
    try {
      Session session = idle.poll();
      return session == null ? new Session(rulebook, lexicon) : session;
    } finally {
      lock.unlock();
    }
  }

  private void give(Session session) {
    lock.lock();
    try {
      if (idle.size() < MOST_IDLE) {
        idle.push(session);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The rulebook's name. */
  @Override
  public String toString() {
    return "Reader[" + rulebook.id() + "]";
  }
}

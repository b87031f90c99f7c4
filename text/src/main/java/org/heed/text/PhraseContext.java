package org.heed.text;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.heed.rulebook.Context;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Subject;

/** What context words make of one phrase in a text, whatever the phrase: without concepts. */
final class PhraseContext {
  private final Idle<ContextSession> sessions;

  /**
   * Context words that take the years before one for past.
   *
   * @param year in which the texts are written
   */
  PhraseContext(Context context, int year) {
    Lexicon lexicon = LexiconBuilder.of(context);
    sessions = new Idle<>(() -> new ContextSession(context, year, lexicon));
  }

  /**
   * What was decided.
   *
   * @param kinds of the cues that govern the phrase
   * @param scopes by which each of them does, by place
   * @param quoted whether it stands in a quotation
   */
  record Judged(Set<CueKind> kinds, List<Scope> scopes, Subject subject, boolean quoted) {
    Judged {
      kinds = Set.copyOf(kinds);
      scopes = List.copyOf(scopes);
    }
  }

  /**
   * Judges the words between two code points of a text; at least one where there is a word.
   *
   * @param ageOfVictim of whom the text tells, if that is known
   */
  Judged judge(String text, int start, int end, OptionalInt ageOfVictim) {
    ContextSession session = sessions.take();
    try {
      session.set(Utf8.bytes(text));
      if (session.words().size() == 0) {
        return new Judged(Set.of(), List.of(), Subject.UNKNOWN, false);
      }
      session.judge(start, end, ageOfVictim);
      return new Judged(
          kinds(session.kinds()), session.scopes(), session.subject(), session.quoted());
    } finally {
      sessions.give(session);
    }
  }

  private static Set<CueKind> kinds(int bits) {
    Set<CueKind> kinds = EnumSet.noneOf(CueKind.class);
    for (CueKind kind : CueKind.values()) {
      if ((bits & ContextResolver.bit(kind)) != 0) {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}

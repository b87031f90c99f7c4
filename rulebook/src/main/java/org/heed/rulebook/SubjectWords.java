package org.heed.rulebook;

import java.util.List;

/** Words that name somebody of this kind. */
public record SubjectWords(Subject subject, List<Phrase> phrases, Where at) {
  public SubjectWords {
    phrases = List.copyOf(phrases);
  }
}

package org.heed.rulebook;

import java.util.ArrayList;
import java.util.List;

/** Every phrase of a rulebook, of whatever section. */
final class AllPhrases {
  private AllPhrases() {}

  static List<Phrase> of(Rulebook rulebook) {
    List<Phrase> all = new ArrayList<>();
    rulebook
        .concepts()
        .forEach(c -> {
          all.addAll(c.phrases());
          all.addAll(c.except());
        });
    rulebook.context().cues().forEach(c -> all.addAll(c.phrases()));
    rulebook.context().subjects().forEach(s -> all.addAll(s.phrases()));
    rulebook
        .language()
        .forEach(a -> {
          all.addAll(a.phrases());
          all.addAll(a.except());
        });
    return all;
  }
}

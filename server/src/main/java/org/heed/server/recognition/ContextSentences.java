package org.heed.server.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.rulebook.CueKind;
import org.heed.text.Scope;

/** Says in plain sentences which words made a finding what it is, and where they stand. */
public final class ContextSentences {
  private ContextSentences() {}

  /** One for each thing that words make of the finding, such as that it is denied. */
  public static List<String> of(List<StoredCue> cues, String narrative) {
    Map<String, Set<String>> because = new LinkedHashMap<>();
    for (StoredCue cue : cues) {
      because
          .computeIfAbsent(said(cue.kind()), _ -> new LinkedHashSet<>())
          .add(words(cue, narrative));
    }
    Map<Set<String>, List<String>> said = new LinkedHashMap<>();
    because.forEach((what, words) -> said.computeIfAbsent(words, _ -> new ArrayList<>()).add(what));
    return said.entrySet().stream()
        .map(each ->
            capital(String.join(" and ", each.getValue()))
                + ", by "
                + String.join(" and ", each.getKey())
                + ".")
        .toList();
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String said(CueKind kind) {
    return switch (kind) {
      case NEGATED -> "denied";
      case POSSIBLE -> "possible";
      case HYPOTHETICAL -> "supposed";
      case GENERAL -> "said in general";
      case HISTORICAL -> "past";
      case REPORTED -> "reported by someone";
      case PSEUDO, TERMINATOR -> throw new IllegalArgumentException(kind + " governs nothing");
    };
  }

  private static String words(StoredCue cue, String narrative) {
    if (cue.scope().filter(Scope::isSign).isPresent()) {
      return cue.scope().get().phrase();
    }
    int start = narrative.offsetByCodePoints(0, cue.start());
    int end = narrative.offsetByCodePoints(start, cue.end() - cue.start());
    String words = "“" + narrative.substring(start, end) + "”";
    return cue.scope().map(scope -> words + " " + scope.phrase()).orElse(words);
  }
}

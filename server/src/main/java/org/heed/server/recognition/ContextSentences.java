package org.heed.server.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.rulebook.CueKind;
import org.heed.text.Scope;
import org.heed.text.Spared;

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

  /** One for each word that could be thought to make something of the finding and does not. */
  public static List<String> ofSpared(List<Spared> spared, String narrative) {
    return spared.stream()
        .map(cue ->
            "Not "
                + said(cue.kind())
                + ": “"
                + words(cue.start(), cue.end(), narrative)
                + "” "
                + ended(cue, narrative)
                + ".")
        .toList();
  }

  private static String ended(Spared cue, String narrative) {
    return switch (cue.by()) {
      case TERMINATOR -> "ends at “" + words(cue.byStart(), cue.byEnd(), narrative) + "”";
      case CLAUSE -> "ends with its clause";
      case LINE -> "ends with its line";
      case COMMA -> "ends at the comma or colon after it";
      case REACH -> "stands too far before it";
    };
  }

  private static String words(int start, int end, String narrative) {
    int from = narrative.offsetByCodePoints(0, start);
    return narrative.substring(from, narrative.offsetByCodePoints(from, end - start));
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
    String words = "“" + words(cue.start(), cue.end(), narrative) + "”";
    return cue.scope().map(scope -> words + " " + scope.phrase()).orElse(words);
  }
}

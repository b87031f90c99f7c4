package org.heed.server.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heed.rulebook.CueKind;
import org.heed.text.CueSpan;
import org.heed.text.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A context word that decided something about a finding, as {@code finding.cues} keeps it: places
 * in the narrative, never words.
 *
 * @param scope by which it governs; empty for what was read before scopes were kept
 */
public record StoredCue(int start, int end, CueKind kind, Optional<Scope> scope) {

  /** That of a finding just made. */
  public static StoredCue of(CueSpan cue) {
    return new StoredCue(cue.start(), cue.end(), cue.kind(), Optional.of(cue.scope()));
  }

  StoredCue withoutScope() {
    return new StoredCue(start, end, kind, Optional.empty());
  }

  /** Its place and scope. */
  String told() {
    return start + "–" + end + scope.map(one -> " " + one.word()).orElse("");
  }

  /** As the record keeps them: {@code start:end:kind:scope}, comma separated; null for none. */
  static @Nullable String write(List<CueSpan> cues) {
    StringBuilder text = new StringBuilder();
    for (CueSpan cue : cues) {
      text.append(text.isEmpty() ? "" : ",")
          .append(cue.start())
          .append(':')
          .append(cue.end())
          .append(':')
          .append(cue.kind().name().toLowerCase(Locale.ROOT))
          .append(':')
          .append(cue.scope().word());
    }
    return text.isEmpty() ? null : text.toString();
  }

  /** Reads what {@link #write} wrote. */
  static List<StoredCue> read(@Nullable String text) {
    List<StoredCue> cues = new ArrayList<>();
    if (text != null) {
      for (String cue : text.split(",", -1)) {
        List<String> parts = Arrays.asList(cue.split(":", -1));
        cues.add(
            new StoredCue(
                Integer.parseInt(parts.get(0)),
                Integer.parseInt(parts.get(1)),
                CueKind.valueOf(parts.get(2).toUpperCase(Locale.ROOT)),
                parts.size() < 4 ? Optional.empty() : Scope.find(parts.get(3))));
      }
    }
    return List.copyOf(cues);
  }
}

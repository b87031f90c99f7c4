package org.heed.server.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.rulebook.Ask;
import org.heed.server.recognition.StoredReading.StoredFinding;
import org.heed.text.Finding;
import org.heed.text.Reading;

/**
 * A reading of the record held against the same words read again by the same rulebook.
 *
 * @param rulebook by which it was read
 * @param known whether that rulebook is to be had, so that anything could be read again
 * @param differs what does not come out the same, without words of the narrative
 */
public record ReplayedReading(String rulebook, boolean known, List<String> differs) {
  public ReplayedReading {
    differs = List.copyOf(differs);
  }

  /** A reading whose rulebook is not to be had. */
  public static ReplayedReading unknown(StoredReading stored) {
    return new ReplayedReading(stored.rulebook(), false, List.of());
  }

  /** Holds a stored reading against one made now. */
  public static ReplayedReading of(StoredReading stored, Reading now) {
    List<String> differs = new ArrayList<>();
    same("ask", Optional.ofNullable(stored.ask()), now.ask().map(Ask::word), differs);
    same(
        "prompts",
        stored.prompts().stream().map(prompt -> prompt.rule() + " " + prompt.says()).toList(),
        now.reasons().stream().map(reason -> reason.rule() + " " + reason.says()).toList(),
        differs);
    int most = Math.max(stored.findings().size(), now.findings().size());
    for (int i = 0; i < most; i++) {
      same(
          "finding " + (i + 1),
          i < stored.findings().size() ? told(stored.findings().get(i)) : "not there",
          i < now.findings().size()
              ? told(now.findings().get(i), isScoped(stored, i))
              : "not there",
          differs);
    }
    return new ReplayedReading(stored.rulebook(), true, differs);
  }

  private static void same(String part, Object before, Object after, List<String> differs) {
    if (!before.equals(after)) {
      differs.add(part + " was " + before + " and is " + after);
    }
  }

  /** Findings read before scopes were kept are held against one without. */
  private static boolean isScoped(StoredReading stored, int i) {
    return i >= stored.findings().size()
        || stored.findings().get(i).cues().stream().allMatch(cue -> cue.scope().isPresent());
  }

  private static String told(StoredFinding finding) {
    return told(
        finding.concept(),
        finding.start(),
        finding.end(),
        finding.context(),
        finding.subject(),
        finding.cues());
  }

  private static String told(Finding finding, boolean scoped) {
    return told(
        finding.concept(),
        finding.start(),
        finding.end(),
        FindingContext.of(finding),
        finding.subject().word(),
        finding.cues().stream()
            .map(StoredCue::of)
            .map(cue -> scoped ? cue : cue.withoutScope())
            .toList());
  }

  private static String told(
      String concept,
      int start,
      int end,
      FindingContext context,
      String subject,
      List<StoredCue> cues) {
    StringBuilder told =
        new StringBuilder(concept).append(' ').append(start).append('–').append(end);
    context.words().forEach(word -> told.append(", ").append(word));
    told.append(", about ").append(subject);
    cues.forEach(
        cue -> told.append(", ").append(cue.kind().word()).append(" by ").append(cue.told()));
    return told.toString();
  }
}

package org.heed.server.recognition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read in one version of a report, as the record keeps it.
 *
 * @param ask decision, look, or null where nothing prompts
 * @param rulebook the rulebook it was read by
 */
public record StoredReading(
    @Nullable String ask,
    String rulebook,
    List<StoredFinding> findings,
    List<StoredPrompt> prompts,
    List<StoredAdvice> advice) {

  public StoredReading {
    findings = List.copyOf(findings);
    prompts = List.copyOf(prompts);
    advice = List.copyOf(advice);
  }

  /**
   * An indicator, from code point {@code start} to before {@code end} of the narrative.
   *
   * @param cues the words that gave it its context
   */
  public record StoredFinding(
      int number,
      String concept,
      String title,
      String family,
      int start,
      int end,
      FindingContext context,
      String subject,
      List<StoredCue> cues) {

    public StoredFinding {
      cues = List.copyOf(cues);
    }

    /** Words of the narrative, which are personal, stay out. */
    @Override
    public String toString() {
      return "StoredFinding[" + number + " " + concept + "]";
    }
  }

  /** Why a person is asked. */
  public record StoredPrompt(String rule, String ask, String says) {}

  /** Wording to question, with a better one. */
  public record StoredAdvice(int start, int end, String suggest, String source) {}
}

package org.heed.rulebook;

import java.util.List;

/** The words that change what a finding means. */
public record Context(List<Cue> cues, List<SubjectWords> subjects, List<ContextSample> examples) {
  public Context {
    cues = List.copyOf(cues);
    subjects = List.copyOf(subjects);
    examples = List.copyOf(examples);
  }
}

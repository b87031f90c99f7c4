package org.heed.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads context.yaml. */
final class ContextSection {
  private static final Map<String, Boolean> SCOPES = scopes();

  /** No cue reaches further. */
  private static final int MOST_REACH = 100;

  private final NodeReader section;
  private final Set<String> concepts;
  private final Map<CueKind, Integer> ofKind = new EnumMap<>(CueKind.class);

  ContextSection(NodeReader section, Set<String> concepts) {
    this.section = section;
    this.concepts = concepts;
  }

  Context read() {
    List<Cue> cues = section.items("cues", "the cue").stream().map(this::cue).toList();
    requireIds(cues);
    List<SubjectWords> subjects =
        section.items("subjects", "the subject").stream().map(this::subject).toList();
    List<ContextSample> examples =
        section.items("examples", "the example").stream().map(this::example).toList();
    section.finish();
    return new Context(cues, subjects, examples);
  }

  private Cue cue(NodeReader item) {
    CueKind kind = item.word("kind", kinds(), null);
    boolean scoped = kind != CueKind.PSEUDO && kind != CueKind.TERMINATOR;
    Governs governs = Governs.BOTH;
    int reach = Cue.TO_THE_END;
    boolean paragraph = false;
    Set<CueKind> ends = Set.of();
    if (scoped) {
      Map<String, Governs> words = new LinkedHashMap<>();
      Arrays.stream(Governs.values()).forEach(g -> words.put(g.word(), g));
      governs = item.word("governs", words, null);
      reach = item.number("reach", 1, MOST_REACH).orElse(Cue.TO_THE_END);
      paragraph = item.word("within", SCOPES, false);
      if (paragraph && item.has("reach")) {
        item.problem(item.at("reach"), "reach plays no part within a paragraph", "Leave reach out");
      }
    }
    if (kind == CueKind.TERMINATOR) {
      ends = ends(item);
    }
    Cue cue =
        new Cue(
            id(item, kind),
            kind,
            governs,
            reach,
            paragraph,
            ends,
            item.optionalText("source").orElse(""),
            item.somePhrases("phrases"),
            item.at());
    item.finish();
    return cue;
  }

  /** Its own id, or one from its kind and how many of that came before. */
  private String id(NodeReader item, CueKind kind) {
    int number = ofKind.merge(kind, 1, Integer::sum);
    return item.has("id") ? item.id() : kind.word() + "-" + number;
  }

  private void requireIds(List<Cue> cues) {
    Set<String> ids = new HashSet<>();
    for (Cue cue : cues) {
      if (!ids.add(cue.id())) {
        section.problem(
            cue.at(), "another cue has the id “" + cue.id() + "”", "Give each an id of its own");
      }
    }
  }

  private static Set<CueKind> ends(NodeReader item) {
    EnumSet<CueKind> ends = EnumSet.noneOf(CueKind.class);
    for (Sample word : item.texts("ends")) {
      Optional<CueKind> kind = CueKind.find(word.text());
      if (kind.isEmpty() || kind.get() == CueKind.PSEUDO || kind.get() == CueKind.TERMINATOR) {
        item.problem(
            word.at(),
            "ends cannot hold “" + word.text() + "”",
            "Write kinds such as negated or historical");
      }
      kind.ifPresent(ends::add);
    }
    return ends.isEmpty() ? EnumSet.allOf(CueKind.class) : ends;
  }

  private SubjectWords subject(NodeReader item) {
    Map<String, Subject> words = new LinkedHashMap<>();
    for (Subject subject : Subject.values()) {
      words.put(subject.word(), subject);
    }
    SubjectWords subject =
        new SubjectWords(item.word("subject", words, null), item.somePhrases("phrases"), item.at());
    item.finish();
    return subject;
  }

  private ContextSample example(NodeReader item) {
    String concept = item.text("concept");
    if (!concept.isEmpty() && !concepts.contains(concept)) {
      item.problem(
          item.at("concept"),
          "there is no concept “" + concept + "”",
          DidYouMean.cure(concept, concepts, "Use an id from indicators/"));
    }
    EnumSet<Mark> is = EnumSet.noneOf(Mark.class);
    List<String> words = new ArrayList<>();
    Arrays.stream(Mark.values()).forEach(m -> words.add(m.word()));
    for (Sample word : item.texts("is")) {
      Optional<Mark> mark = Mark.find(word.text());
      if (mark.isEmpty()) {
        item.problem(
            word.at(),
            "a finding cannot be “" + word.text() + "”",
            "Write some of " + String.join(", ", words));
      }
      mark.ifPresent(is::add);
    }
    Map<String, Subject> subjects = new LinkedHashMap<>();
    Arrays.stream(Subject.values()).forEach(s -> subjects.put(s.word(), s));
    Optional<Subject> subject =
        item.has("subject") ? Optional.of(item.word("subject", subjects, null)) : Optional.empty();
    ContextSample sample = new ContextSample(item.text("text"), concept, is, subject, item.at());
    item.finish();
    return sample;
  }

  private static Map<String, CueKind> kinds() {
    Map<String, CueKind> words = new LinkedHashMap<>();
    Arrays.stream(CueKind.values()).forEach(k -> words.put(k.word(), k));
    return words;
  }

  private static Map<String, Boolean> scopes() {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put("sentence", false);
    words.put("paragraph", true);
    return words;
  }
}

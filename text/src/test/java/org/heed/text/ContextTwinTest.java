package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.rulebook.Context;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Governs;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Subject;
import org.heed.text.SlowContext.CueWords;
import org.heed.text.SlowContext.Joint;
import org.heed.text.SlowContext.People;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Context is judged as its slow twin judges it, in random texts of context words and joints. */
class ContextTwinTest {
  private static final int FAR = Integer.MAX_VALUE;
  private static final int YEAR = 2020;
  private static final Set<CueKind> ALL = EnumSet.allOf(CueKind.class);
  private static final List<CueWords> CUES =
      List.of(
          cue(CueKind.NEGATED, Governs.FOLLOWING, 5, "no", "not", "denies", "no evidence of"),
          cue(CueKind.NEGATED, Governs.PRECEDING, 3, "ruled out", "none"),
          cue(CueKind.POSSIBLE, Governs.FOLLOWING, FAR, "may", "thinks"),
          cue(CueKind.POSSIBLE, Governs.PRECEDING, 4, "suspected", "not ruled out"),
          whole(CueKind.HYPOTHETICAL, Governs.FOLLOWING, "exercise"),
          whole(CueKind.HYPOTHETICAL, Governs.PRECEDING, "drill ends"),
          cue(CueKind.HYPOTHETICAL, Governs.FOLLOWING, FAR, "if"),
          cue(CueKind.GENERAL, Governs.BOTH, FAR, "children may"),
          cue(CueKind.HISTORICAL, Governs.BOTH, FAR, "previously", "in 2019", "in 2020", "in 2021"),
          cue(
              CueKind.REPORTED,
              Governs.FOLLOWING,
              FAR,
              "said",
              "mum said",
              "thinks that",
              "denies"),
          cue(CueKind.REPORTED, Governs.BOTH, 6, "told"),
          cue(CueKind.PSEUDO, Governs.BOTH, FAR, "not only", "no doubt", "mum said no"),
          ending(ALL, "but"),
          ending(EnumSet.of(CueKind.NEGATED), "she was"),
          ending(EnumSet.of(CueKind.REPORTED), "note"),
          ending(EnumSet.of(CueKind.NEGATED, CueKind.POSSIBLE), "and then"));
  private static final List<People> PEOPLE =
      List.of(
          new People(Subject.ADULT, List.of("mum", "gran")),
          new People(Subject.OTHER_CHILD, List.of("friend", "her friend")),
          new People(Subject.CHILD, List.of("the girl", "boy")),
          new People(Subject.UNKNOWN, List.of("youths")));
  private static final List<String> FILLERS =
      List.of(
          "hurt",
          "went",
          "home",
          "with",
          "by",
          "to",
          "of",
          "the",
          "that",
          "whether",
          "or",
          "any",
          "he",
          "she",
          "nurse",
          "her",
          "2019",
          "2020",
          "2021",
          "in",
          "coat",
          "bag",
          "children",
          "ruled",
          "and",
          "was",
          "hurt",
          "went",
          "home",
          "coat",
          "bag");
  private static final List<Joint> RARE = List.of(Joint.values());

  private static CueWords cue(CueKind kind, Governs governs, int reach, String... phrases) {
    return new CueWords(kind, governs, reach, false, Set.of(), List.of(phrases));
  }

  private static CueWords whole(CueKind kind, Governs governs, String... phrases) {
    return new CueWords(kind, governs, FAR, true, Set.of(), List.of(phrases));
  }

  private static CueWords ending(Set<CueKind> ends, String... phrases) {
    return new CueWords(CueKind.TERMINATOR, Governs.BOTH, FAR, false, ends, List.of(phrases));
  }

  private static Context context() {
    StringBuilder yaml = new StringBuilder("cues:\n");
    for (CueWords cue : CUES) {
      yaml.append("  - kind: ").append(cue.kind().word()).append('\n');
      if (cue.kind() == CueKind.TERMINATOR) {
        if (!cue.ends().equals(ALL)) {
          yaml.append("    ends: [")
              .append(cue.ends().stream().map(CueKind::word).collect(Collectors.joining(", ")))
              .append("]\n");
        }
      } else if (cue.kind() != CueKind.PSEUDO) {
        yaml.append("    governs: ").append(cue.governs().word()).append('\n');
        if (cue.paragraph()) {
          yaml.append("    within: paragraph\n");
        } else if (cue.reach() != FAR) {
          yaml.append("    reach: ").append(cue.reach()).append('\n');
        }
      }
      yaml.append("    phrases: ['").append(String.join("', '", cue.phrases())).append("']\n");
    }
    yaml.append("subjects:\n");
    for (People people : PEOPLE) {
      yaml.append("  - subject: ").append(people.subject().word()).append('\n');
      yaml.append("    phrases: ['").append(String.join("', '", people.phrases())).append("']\n");
    }
    try {
      return RulebookLoader.parseContext("context.yaml", yaml.append("examples: []\n").toString());
    } catch (RulebookException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A random text of mostly context words, kept as words and joints. */
  private record Text(List<String> words, List<Joint> joints) {
    static Text of(Random random) {
      List<String> words = new ArrayList<>();
      List<Joint> joints = new ArrayList<>();
      int parts = 2 + random.nextInt(random.nextInt(12) == 0 ? 60 : 14);
      int plain = 1 + random.nextInt(6);
      for (int i = 0; i < parts; i++) {
        List<String> phrase = List.of(phrase(random).split(" ", -1));
        for (int k = 0; k < phrase.size(); k++) {
          words.add(phrase.get(k));
          boolean joined = k + 1 < phrase.size() && random.nextInt(25) > 0;
          joints.add(
              joined || random.nextInt(plain + 1) > 0
                  ? Joint.SPACE
                  : RARE.get(random.nextInt(RARE.size())));
        }
      }
      return new Text(words, joints);
    }

    private static String phrase(Random random) {
      int sort = random.nextInt(10);
      if (sort < 4) {
        CueWords cue = CUES.get(random.nextInt(CUES.size()));
        return cue.phrases().get(random.nextInt(cue.phrases().size()));
      }
      if (sort < 6) {
        People people = PEOPLE.get(random.nextInt(PEOPLE.size()));
        return people.phrases().get(random.nextInt(people.phrases().size()));
      }
      return FILLERS.get(random.nextInt(FILLERS.size()));
    }

    /** At most so many words on, and in the same sentence, as every match is. */
    int endNear(int first, int most) {
      int end = first + 1;
      while (end < words.size() && end < first + most && joints.get(end - 1).isWithinSentence()) {
        end++;
      }
      return end;
    }

    int start(int word) {
      return SlowContext.start(words, joints, word);
    }

    @Override
    public String toString() {
      return SlowContext.text(words, joints);
    }
  }

  private static void agree(long seed, int texts) {
    PhraseContext fast = new PhraseContext(context(), YEAR);
    SlowContext slow = new SlowContext(CUES, PEOPLE, YEAR);
    Random random = new Random(seed);
    int governed = 0;
    for (int i = 0; i < texts; i++) {
      Text text = Text.of(random);
      for (int k = 0; k < 3; k++) {
        int first = random.nextInt(text.words().size());
        int end = text.endNear(first, 1 + random.nextInt(3));
        Integer age = k == 0 ? null : Integer.valueOf(12 + random.nextInt(12));
        int from = text.start(first);
        int to = text.start(end - 1) + text.words().get(end - 1).length();
        PhraseContext.Judged judged =
            fast.judge(
                text.toString(), from, to, age == null ? OptionalInt.empty() : OptionalInt.of(age));
        assertThat(judged)
            .as("text %d of seed %d, %d to %d, age %s: %s", i, seed, from, to, age, text)
            .isEqualTo(slow.judge(text.words(), text.joints(), first, end, age));
        governed += judged.scopes().isEmpty() ? 0 : 1;
      }
    }
    assertThat(governed).isGreaterThan(texts);
  }

  @Test
  void contextAndTwin_agree() {
    agree(20260101, 20_000);
  }

  @Test
  @Tag("long")
  void contextAndTwin_agreeOnAMillionTexts() {
    agree(7, 1_000_000);
  }
}

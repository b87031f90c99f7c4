package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heed.rulebook.Advice;
import org.heed.rulebook.Ask;
import org.heed.rulebook.Concept;
import org.heed.rulebook.Context;
import org.heed.rulebook.Cue;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Family;
import org.heed.rulebook.Governs;
import org.heed.rulebook.PromptRule;
import org.heed.rulebook.Prompts;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookId;
import org.heed.rulebook.Subject;
import org.heed.rulebook.SubjectWords;
import org.heed.rulebook.Where;

/**
 * What reading, deciding and counting need of a rulebook, as bytes. Phrases and examples are left
 * out, since the automaton holds the former and nobody reads by the latter.
 */
final class CompiledFile {
  private static final Where NOWHERE = new Where("compiled", 1);

  private CompiledFile() {}

  static void write(Rulebook rulebook, DataOutputStream out) throws IOException {
    out.writeUTF(rulebook.id().id());
    out.writeUTF(rulebook.id().version());
    out.writeUTF(rulebook.id().hash());
    out.writeUTF(rulebook.title());
    out.writeUTF(rulebook.source());
    out.writeUTF(rulebook.inForce().toString());
    out.writeInt(rulebook.concepts().size());
    for (Concept concept : rulebook.concepts()) {
      out.writeUTF(concept.id());
      out.writeUTF(concept.family().name());
      out.writeUTF(concept.title());
      out.writeUTF(concept.since().toString());
      out.writeUTF(concept.source());
      out.writeBoolean(concept.aboutChild());
    }
    out.writeInt(rulebook.context().cues().size());
    for (Cue cue : rulebook.context().cues()) {
      out.writeUTF(cue.id());
      out.writeUTF(cue.kind().name());
      out.writeUTF(cue.governs().name());
      out.writeInt(cue.reach());
      out.writeBoolean(cue.paragraph());
      out.writeInt(cue.ends().size());
      for (CueKind kind : cue.ends()) {
        out.writeUTF(kind.name());
      }
    }
    out.writeInt(rulebook.context().subjects().size());
    for (SubjectWords words : rulebook.context().subjects()) {
      out.writeUTF(words.subject().name());
    }
    out.writeInt(rulebook.prompts().rules().size());
    for (PromptRule rule : rulebook.prompts().rules()) {
      out.writeUTF(rule.id());
      out.writeUTF(rule.ask().name());
      ConditionCodec.write(rule.when(), out);
      out.writeUTF(rule.written());
      out.writeUTF(rule.says());
      out.writeUTF(rule.since().toString());
      out.writeUTF(rule.source());
    }
    out.writeInt(rulebook.language().size());
    for (Advice advice : rulebook.language()) {
      out.writeUTF(advice.id());
      out.writeUTF(advice.suggest());
      out.writeUTF(advice.since().toString());
      out.writeUTF(advice.source());
    }
    RulesCodec.write(rulebook, out);
  }

  static Rulebook read(DataInputStream in) throws IOException {
    RulebookId id = new RulebookId(in.readUTF(), in.readUTF(), in.readUTF());
    String title = in.readUTF();
    String source = in.readUTF();
    LocalDate inForce = LocalDate.parse(in.readUTF());
    List<Concept> concepts = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      concepts.add(
          new Concept(
              in.readUTF(),
              Family.valueOf(in.readUTF()),
              in.readUTF(),
              LocalDate.parse(in.readUTF()),
              in.readUTF(),
              in.readBoolean(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              NOWHERE));
    }
    Context context = new Context(cues(in), subjects(in), List.of());
    Prompts prompts = new Prompts(rules(in), List.of());
    List<Advice> language = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      String advice = in.readUTF();
      String suggest = in.readUTF();
      LocalDate since = LocalDate.parse(in.readUTF());
      language.add(
          new Advice(
              advice,
              List.of(),
              List.of(),
              suggest,
              since,
              in.readUTF(),
              List.of(),
              List.of(),
              NOWHERE));
    }
    return new Rulebook(
        id,
        title,
        source,
        inForce,
        concepts,
        context,
        prompts,
        language,
        RulesCodec.definitions(in),
        RulesCodec.counting(in),
        RulesCodec.areas(in),
        StandardsCodec.standards(in),
        StandardsCodec.calendars(in),
        RulesCodec.groups(in),
        InspectionCodec.read(in),
        InspectionCodec.readAreas(in),
        in.readInt(),
        PatternsCodec.read(in),
        OutcomesCodec.read(in),
        GradesCodec.read(in),
        LimitsCodec.read(in),
        List.of());
  }

  private static List<Cue> cues(DataInputStream in) throws IOException {
    List<Cue> cues = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      String id = in.readUTF();
      CueKind kind = CueKind.valueOf(in.readUTF());
      Governs governs = Governs.valueOf(in.readUTF());
      int reach = in.readInt();
      boolean paragraph = in.readBoolean();
      Set<CueKind> ends = EnumSet.noneOf(CueKind.class);
      for (int k = in.readInt(); k > 0; k--) {
        ends.add(CueKind.valueOf(in.readUTF()));
      }
      cues.add(new Cue(id, kind, governs, reach, paragraph, ends, "", List.of(), NOWHERE));
    }
    return cues;
  }

  private static List<SubjectWords> subjects(DataInputStream in) throws IOException {
    List<SubjectWords> subjects = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      subjects.add(new SubjectWords(Subject.valueOf(in.readUTF()), List.of(), NOWHERE));
    }
    return subjects;
  }

  private static List<PromptRule> rules(DataInputStream in) throws IOException {
    List<PromptRule> rules = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      rules.add(
          new PromptRule(
              in.readUTF(),
              Ask.valueOf(in.readUTF()),
              ConditionCodec.read(in),
              in.readUTF(),
              in.readUTF(),
              LocalDate.parse(in.readUTF()),
              in.readUTF(),
              NOWHERE));
    }
    return rules;
  }
}

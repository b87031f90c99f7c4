package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.heed.rulebook.Ask;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How much of freshly written notes the England and Wales rulebook asks about, on the half that its
 * rules were written with and on the half held out. The floors are what was measured, less a note
 * or two, so that a change that loses recall or precision is seen; the notes' README says what the
 * figures are worth.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshNotesTest {
  enum Expect {
    ASK,
    NO_DECISION,
    NONE
  }

  record Note(int number, Expect expect, OptionalInt age, String text) {
    boolean heldOut() {
      return number % 2 == 0;
    }
  }

  private record Measured(
      int exploitation, int asked, int decisions, int other, int falseDecisions, int falseLooks) {
    double recall() {
      return (double) asked / exploitation;
    }

    double precision() {
      return (double) asked / (asked + falseDecisions + falseLooks);
    }
  }

  private List<Note> first = List.of();
  private List<Note> second = List.of();
  private List<Note> later = List.of();
  private List<Note> third = List.of();
  private List<Note> fourth = List.of();
  private Reader reader = ReaderTest.example();

  @BeforeAll
  void load() throws Exception {
    reader = Reader.of(RulebookLoader.load(Path.of("../rulebooks/england-wales")));
    first = notes("fresh-notes/notes.tsv");
    second = notes("fresh-notes/second.tsv");
    later = notes("fresh-notes/later.tsv");
    third = notes("fresh-notes/third.tsv");
    fourth = notes("fresh-notes/fourth.tsv");
  }

  static List<Note> notes(String file) throws IOException {
    List<Note> notes = new ArrayList<>();
    try (InputStream in = FreshNotesTest.class.getResourceAsStream(file)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
      for (String line : lines) {
        String[] cells = line.split("\t", -1);
        Expect expect =
            switch (cells[3]) {
              case "ask" -> Expect.ASK;
              case "no-decision" -> Expect.NO_DECISION;
              case "none" -> Expect.NONE;
              case String unknown -> throw new IllegalArgumentException(unknown);
            };
        OptionalInt age =
            cells[4].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cells[4]));
        notes.add(new Note(Integer.parseInt(cells[0].substring(1)), expect, age, cells[5]));
      }
    }
    return notes;
  }

  private static List<Note> heldOut(List<Note> notes) {
    return notes.stream().filter(Note::heldOut).toList();
  }

  private static List<Note> development(List<Note> notes) {
    return notes.stream().filter(n -> !n.heldOut()).toList();
  }

  private Measured measure(String name, List<Note> notes, boolean withAge) {
    int exploitation = 0;
    int asked = 0;
    int decisions = 0;
    int other = 0;
    int falseDecisions = 0;
    int falseLooks = 0;
    for (Note note : notes) {
      Optional<Ask> ask = ask(note, withAge);
      if (note.expect() == Expect.ASK) {
        exploitation++;
        asked += ask.isPresent() ? 1 : 0;
        decisions += ask.equals(Optional.of(Ask.DECISION)) ? 1 : 0;
      } else {
        other++;
        falseDecisions += ask.equals(Optional.of(Ask.DECISION)) ? 1 : 0;
        falseLooks += note.expect() == Expect.NONE && ask.equals(Optional.of(Ask.LOOK)) ? 1 : 0;
      }
    }
    Measured measured =
        new Measured(exploitation, asked, decisions, other, falseDecisions, falseLooks);
    System.out.printf(
        "%s, %s age: recall %.2f, precision %.2f, %s%n",
        name, withAge ? "with" : "without", measured.recall(), measured.precision(), measured);
    return measured;
  }

  private Optional<Ask> ask(Note note, boolean withAge) {
    Narrative narrative = Narrative.of("n" + note.number(), note.text());
    if (withAge && note.age().isPresent()) {
      narrative = narrative.withVictimAge(note.age().getAsInt());
    }
    return reader.read(narrative).ask();
  }

  @Test
  void everyKindOfNote_isThere() {
    List<Note> all = Stream.of(first, second, later, third, fourth).flatMap(List::stream).toList();
    assertThat(all).hasSize(761);
    assertThat(all.stream().map(Note::number).distinct()).hasSize(761);
    assertThat(all.stream().filter(n -> n.expect() == Expect.ASK)).hasSize(381);
  }

  @Test
  void firstNotesHeldOut_keepRecallAndPrecision() {
    Measured measured = measure("first, held out", heldOut(first), true);
    assertThat(measured.recall()).isGreaterThanOrEqualTo(0.97);
    assertThat(measured.precision()).isGreaterThanOrEqualTo(0.90);
    assertThat(measured.falseDecisions()).isLessThanOrEqualTo(1);
  }

  @Test
  void firstNotesHeldOutWithoutAge_keepRecallAndPrecision() {
    Measured measured = measure("first, held out", heldOut(first), false);
    assertThat(measured.recall()).isGreaterThanOrEqualTo(0.92);
    assertThat(measured.precision()).isGreaterThanOrEqualTo(0.90);
    assertThat(measured.falseDecisions()).isLessThanOrEqualTo(1);
  }

  @Test
  void secondNotesHeldOut_keepRecallAndPrecision() {
    Measured measured = measure("second, held out", heldOut(second), true);
    assertThat(measured.recall()).isGreaterThanOrEqualTo(0.60);
    assertThat(measured.falseDecisions()).isLessThanOrEqualTo(2);
    assertThat(measured.falseLooks()).isLessThanOrEqualTo(7);
  }

  @Test
  void notesOfDevelopment_keepRecallAndPrecision() {
    Measured firsts = measure("first, development", development(first), true);
    assertThat(firsts.recall()).isGreaterThanOrEqualTo(0.97);
    assertThat(firsts.precision()).isGreaterThanOrEqualTo(0.93);
    Measured seconds = measure("second, development", development(second), true);
    assertThat(seconds.recall()).isGreaterThanOrEqualTo(0.90);
    assertThat(seconds.falseDecisions()).isLessThanOrEqualTo(1);
  }

  @Test
  void laterNotes_keepRecallAndPrecision() {
    Measured measured = measure("later, development", later, true);
    assertThat(measured.recall()).isGreaterThanOrEqualTo(0.90);
    assertThat(measured.falseDecisions()).isZero();
  }

  @Test
  void thirdNotes_keepRecall_alsoInTheHalfThatNoRuleWasWrittenFor() {
    Measured development = measure("third, development", third.subList(0, 70), true);
    assertThat(development.recall()).isGreaterThanOrEqualTo(0.95);
    assertThat(development.falseDecisions()).isZero();
    Measured heldOut = measure("third, held out", third.subList(70, 140), true);
    assertThat(heldOut.recall()).isGreaterThanOrEqualTo(0.69);
    assertThat(heldOut.falseDecisions()).isLessThanOrEqualTo(1);
    // One more than while a cue that was chosen by the held-out half stood among the rules.
    assertThat(heldOut.falseLooks()).isLessThanOrEqualTo(4);
  }

  @Test
  void talkInGeneral_asksForNoDecision_andCasesToldBesideItAreKept() {
    Measured development = measure("fourth, development", development(fourth), true);
    assertThat(development.recall()).isEqualTo(1);
    assertThat(development.decisions()).isGreaterThanOrEqualTo(19);
    assertThat(development.falseDecisions()).isZero();
    assertThat(development.falseLooks()).isLessThanOrEqualTo(1);
    Measured withoutAge = measure("fourth, development", development(fourth), false);
    assertThat(withoutAge.recall()).isGreaterThanOrEqualTo(0.80);
    Measured heldOut = measure("fourth, held out", heldOut(fourth), true);
    assertThat(heldOut.recall()).isGreaterThanOrEqualTo(0.80);
    assertThat(heldOut.falseDecisions()).isLessThanOrEqualTo(2);
    assertThat(heldOut.falseLooks()).isLessThanOrEqualTo(2);
  }
}

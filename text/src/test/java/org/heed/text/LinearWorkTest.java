package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The work of reading grows with the text and no faster, whatever the text: sixteen times the text,
 * at most sixteen times the steps and two fifths more, which are for sorting what was found.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinearWorkTest {
  private static final int LEAST = 2_000;
  private static final int DOUBLINGS = 4;
  private static final double MOST_GROWTH = 1.4;

  private Object reader = "";
  private Method read = Object.class.getMethods()[0];
  private Class<?> narrative = Object.class;

  @BeforeAll
  void compile() throws Exception {
    Rulebook rulebook = RulebookLoader.load(Path.of("../rulebooks/england-wales"));
    Steps counted = new Steps();
    narrative = counted.loadClass(Narrative.class.getName());
    Class<?> readers = counted.loadClass(Reader.class.getName());
    reader = readers.getMethod("of", Rulebook.class).invoke(null, rulebook);
    read = readers.getMethod("read", narrative);
  }

  private long steps(byte[] text) throws ReflectiveOperationException {
    Object one =
        narrative
            .getConstructor(
                String.class, byte[].class, OptionalInt.class, Optional.class, Optional.class)
            .newInstance("r", text, OptionalInt.of(14), Optional.empty(), Optional.empty());
    return Steps.of(() -> read.invoke(reader, one));
  }

  private static byte[] repeated(String words, int length) {
    byte[] part = words.getBytes(StandardCharsets.UTF_8);
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = part[i % part.length];
    }
    return text;
  }

  private static byte[] between(String before, String words, String after, int length) {
    byte[] text = repeated(words, length);
    byte[] first = before.getBytes(StandardCharsets.UTF_8);
    byte[] last = after.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(first, 0, text, 0, first.length);
    System.arraycopy(last, 0, text, length - last.length, last.length);
    return text;
  }

  @TestFactory
  List<DynamicTest> workIsLinear() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String words :
        new String[] {
          "no ",
          "no, ",
          "denies that ",
          "denies that she was ",
          "but ",
          "no but ",
          "if ",
          "not at a hotel ",
          "no hotel, ",
          "found not at a hotel with older men and stayed out if all night ",
          "missing overnight ",
          "missing overnight, no ",
          "he said no, she said previously missing overnight if ",
          "older ",
          "with ",
          "with older ",
          "hotel ",
          "hotel with ",
          "older man gave ",
          "gave her a phone ",
          "phone and money and ",
          "disclosed ",
          "disclosed that she ",
          "told to ",
          "told school that she was picked up by ",
          "mum ",
          "mum told the girl ",
          "with her friend ",
          "youths ",
          "she ",
          "the girl was reported missing ",
          "14 ",
          "aged 14 ",
          "15yo ",
          "in 2019 ",
          "1",
          "a",
          "a ",
          "a.",
          "a. ",
          "e.g. ",
          "\"",
          "'",
          "\"a\" ",
          "'a' ",
          "\"a 'b' ",
          "\"a\" missing overnight ",
          "'missing overnight ",
          "\"missing overnight' ",
          "?",
          "? ",
          " ?missing overnight",
          "missing overnight? ",
          ".",
          ". ",
          ";",
          "- ",
          ", ",
          ": ",
          "((",
          "\n",
          "a\n",
          "missing overnight\n",
          "no\nmissing overnight\n",
          "missing overnight\n\n",
          "- missing overnight\n",
          "denies:\n- missing overnight\n",
          "denies:\nmissing overnight\n",
          "Not missing overnight and not\nmissing overnight or ",
          ":\n- ",
          ":\n",
          "1. ",
          " ",
          "missing          overnight          ",
          "putting herself at risk ",
          "child prostitute, promiscuous, ",
          "man aged 35 and ",
          "exploitation of children in general, research suggests, ",
          "this is a training exercise, missing overnight. ",
          "\u00e9",
          "stay\u0301ed out all night ",
          "\u00ad",
          "a\u00ad",
          "\ud83d\ude00",
          "\ud83d\ude00 missing overnight ",
          "\u0436",
          "\u201cmissing overnight\u201d "
        }) {
      tests.add(linear("“" + words.replace('\n', '|') + "”…", n -> repeated(words, n)));
    }
    String telling = "she was missing overnight and with an older man at a hotel and ";
    tests.add(linear("one long quotation", n -> between("\"", telling, "\"", n)));
    tests.add(
        linear("a note before one long quotation", n -> between("note \"", telling, "\"", n)));
    tests.add(linear("a long list", n -> between("Denies:\n", "- missing overnight\n", "\n", n)));
    tests.add(
        linear(
            "a list under a long heading",
            n -> {
              byte[] text = repeated("- missing overnight\n", n);
              byte[] cues = repeated("not denies if ", n / 2);
              System.arraycopy(cues, 0, text, 0, cues.length);
              text[n / 2] = ':';
              text[n / 2 + 1] = '\n';
              return text;
            }));
    tests.add(linear("a denial far before", n -> between("no ", telling, ".", n)));
    tests.add(linear("an answer far behind", n -> between("She ", telling, " - no", n)));
    tests.add(linear("a question at the end", n -> between("She ", telling, "?", n)));
    tests.add(linear("a person at the beginning", n -> between("The girl ", telling, ".", n)));
    tests.add(
        linear(
            "context words, then a quotation of findings",
            n -> {
              byte[] text = repeated(telling, n);
              byte[] cues = repeated("not note ", n / 2);
              System.arraycopy(cues, 0, text, 0, cues.length);
              text[n / 2] = '"';
              text[n - 1] = '"';
              return text;
            }));
    tests.add(
        linear(
            "malformed",
            n -> {
              byte[] text = new byte[n];
              java.util.Arrays.fill(text, (byte) 0xe2);
              return text;
            }));
    return tests;
  }

  private DynamicTest linear(String name, IntFunction<byte[]> ofLength) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          // What is kept from text to text grows once.
          steps(ofLength.apply(LEAST << DOUBLINGS));
          long before = steps(ofLength.apply(LEAST));
          List<Long> all = new ArrayList<>(List.of(before));
          for (int doubling = 1; doubling <= DOUBLINGS; doubling++) {
            all.add(steps(ofLength.apply(LEAST << doubling)));
          }
          assertThat((double) all.getLast() / all.getFirst() / (1 << DOUBLINGS))
              .as("steps of %d bytes and each time twice as many: %s", LEAST, all)
              .isLessThan(MOST_GROWTH);
        });
  }
}

package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, reading ends, offsets are within the text, and the words are those there. */
class FuzzTest {
  private static final byte[] SEED =
      ("Mum denies that the 15yo girl “stayed out all night”; she wasn't found at a flat with two "
              + "older men.\n\nIf he is being groomed… café 😀 не знаю aged nine")
          .getBytes(StandardCharsets.UTF_8);

  private static byte[] input(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    if (random.nextBoolean()) {
      random.nextBytes(bytes);
      return bytes;
    }
    byte[] mutated = SEED.clone();
    for (int n = random.nextInt(12); n > 0; n--) {
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
    }
    int from = random.nextInt(mutated.length);
    int to = from + random.nextInt(mutated.length - from);
    return random.nextInt(3) == 0 ? java.util.Arrays.copyOfRange(mutated, from, to) : mutated;
  }

  private static void fuzz(long seed, int inputs) {
    Reader reader = ReaderTest.example();
    Random random = new Random(seed);
    for (int i = 0; i < inputs; i++) {
      byte[] bytes = input(random);
      Reading reading =
          reader.read(
              new Narrative("f", bytes, OptionalInt.empty(), Optional.empty(), Optional.empty()));
      String text = Utf8.text(bytes);
      for (Finding finding : reading.findings()) {
        int from = text.offsetByCodePoints(0, finding.start());
        int to = text.offsetByCodePoints(0, finding.end());
        assertThat(finding.text()).as("input %d", i).isEqualTo(text.substring(from, to));
      }
    }
  }

  @Test
  void anyBytes_areReadWithTrueOffsets() {
    fuzz(1, 30_000);
  }

  @Test
  @Tag("long")
  void aMillionInputs_areReadWithTrueOffsets() {
    fuzz(2, 1_000_000);
  }

  @Test
  void repetitiveTextOfTenMegabytes_isReadInOneGo() {
    byte[] line =
        "found not at a hotel with older men and stayed out if all night "
            .getBytes(StandardCharsets.US_ASCII);
    byte[] text = new byte[10_000_000];
    for (int i = 0; i < text.length; i++) {
      text[i] = line[i % line.length];
    }
    Reading reading =
        ReaderTest.example()
            .read(
                new Narrative(
                    "big", text, OptionalInt.empty(), Optional.empty(), Optional.empty()));
    assertThat(reading.findings()).hasSizeGreaterThan(100_000);
  }

  @Test
  void manyOfOneFarFromWhatItShouldBeNear_areReadInOneGo() throws Exception {
    Reader reader = Reader.of(RulebookLoader.load(Path.of("../rulebooks/england-wales")));
    String text = "man aged 35 and ".repeat(300_000) + "\n\nShe got a lift and seemed upset.";
    Reading reading = reader.read(Narrative.of("far", text).withVictimAge(14));
    assertThat(reading.findings()).hasSizeGreaterThan(300_000);
  }
}

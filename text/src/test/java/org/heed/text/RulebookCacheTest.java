package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulebookCacheTest {
  private static final Path EXAMPLE = Path.of("../rulebook/src/test/resources/example");
  private static final Narrative NARRATIVE =
      Narrative.of("r", "Mum denies that the 15yo girl stayed out all night with an older man.");

  @TempDir Path folder = Path.of("");

  private Path only() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().getFirst();
    }
  }

  @Test
  void readerFromDisk_readsTheSame() throws Exception {
    Reading compiled = new RulebookCache(folder, "a").reader(EXAMPLE).read(NARRATIVE);
    Reading again = new RulebookCache(folder, "a").reader(EXAMPLE).read(NARRATIVE);

    assertThat(again).isEqualTo(compiled);
    assertThat(compiled).isEqualTo(ReaderTest.example().read(NARRATIVE));
    assertThat(compiled.findings()).isNotEmpty();
  }

  @Test
  void readerFromDisk_hasTheRulesToDecideAndCountBy() throws Exception {
    Path rules = Path.of("../rulebooks/england-wales");
    Rulebook whole = RulebookLoader.load(rules);
    new RulebookCache(folder, "a").reader(rules);
    Rulebook known = new RulebookCache(folder, "a").reader(rules).rulebook();

    assertThat(known.id()).isEqualTo(whole.id());
    assertThat(known.definitions())
        .usingRecursiveComparison()
        .ignoringFields("at")
        .isEqualTo(whole.definitions());
    assertThat(known.counting())
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Where.class)
        .ignoringFields("rules.examples")
        .isEqualTo(whole.counting());
    assertThat(known.standards())
        .usingRecursiveComparison()
        .ignoringFields("at", "examples")
        .isEqualTo(whole.standards());
    assertThat(known.calendars())
        .usingRecursiveComparison()
        .ignoringFields("at")
        .isEqualTo(whole.calendars());
    assertThat(known.areas())
        .usingRecursiveComparison()
        .ignoringFields("at")
        .isEqualTo(whole.areas());
  }

  @Test
  void damagedOrCutFile_isMadeAgain() throws Exception {
    Reading compiled = new RulebookCache(folder, "a").reader(EXAMPLE).read(NARRATIVE);
    byte[] bytes = Files.readAllBytes(only());
    bytes[bytes.length / 2] ^= 1;
    Files.write(only(), bytes);
    assertThat(new RulebookCache(folder, "a").reader(EXAMPLE).read(NARRATIVE)).isEqualTo(compiled);
    Files.write(only(), new byte[3]);
    assertThat(new RulebookCache(folder, "a").reader(EXAMPLE).read(NARRATIVE)).isEqualTo(compiled);
  }

  @Test
  void anotherBuild_doesNotUseIt() throws Exception {
    new RulebookCache(folder, "a").reader(EXAMPLE);
    new RulebookCache(folder, "b").reader(EXAMPLE);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void folderThatCannotBeWritten_isDoneWithout() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThat(new RulebookCache(file, "a").reader(EXAMPLE).read(NARRATIVE).findings())
        .isNotEmpty();
  }
}

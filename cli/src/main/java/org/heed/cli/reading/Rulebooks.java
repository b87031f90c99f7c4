package org.heed.cli.reading;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import org.heed.cli.CommandFailure;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.text.Reader;
import org.heed.text.RulebookCache;
import org.heed.text.RulebookTooLargeException;
import org.jspecify.annotations.Nullable;

/** Where rulebooks are found and how they are made ready. */
final class Rulebooks {
  private static final Path DEFAULT = Path.of("rulebooks", "england-wales");

  private Rulebooks() {}

  /** A reader for the rulebook in a folder, or for England and Wales. */
  static Reader reader(@Nullable String folder) throws IOException {
    Path path = folder == null ? home().resolve(DEFAULT) : Path.of(folder);
    try {
      String program = program();
      return program.isEmpty()
          ? Reader.of(RulebookLoader.load(path))
          : new RulebookCache(home().resolve("target").resolve("rulebooks"), program).reader(path);
    } catch (RulebookException | RulebookTooLargeException e) {
      throw new CommandFailure("the rulebook cannot be used:\n" + e.getMessage(), e);
    }
  }

  static Rulebook load(String folder) throws IOException {
    try {
      return RulebookLoader.load(Path.of(folder));
    } catch (RulebookException e) {
      throw new CommandFailure("the rulebook cannot be used:\n" + e.getMessage(), e);
    }
  }

  /** Where Heed lives: the launcher says so, and from a source folder it is here or above. */
  private static Path home() {
    String told = System.getProperty("heed.home");
    if (told != null) {
      return Path.of(told);
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(DEFAULT))) {
        return folder;
      }
    }
    return here;
  }

  /** What tells this build from others: its jar's size and age; empty when run from classes. */
  private static String program() throws IOException {
    CodeSource source = Reader.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "";
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(jar)
          ? jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis()
          : "";
    } catch (URISyntaxException | InvalidPathException e) {
      return "";
    }
  }
}

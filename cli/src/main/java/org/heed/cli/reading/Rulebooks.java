package org.heed.cli.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
      Optional<RulebookCache> cache = RulebookCache.in(home());
      return cache.isPresent() ? cache.get().reader(path) : Reader.of(RulebookLoader.load(path));
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
}

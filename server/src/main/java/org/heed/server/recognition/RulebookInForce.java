package org.heed.server.recognition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.text.Reader;
import org.heed.text.RulebookCache;

/** The rulebook that this server reads and counts by. */
public final class RulebookInForce {
  private final Reader reader;
  private final Path folder;

  private RulebookInForce(Reader reader, Path folder) {
    this.reader = reader;
    this.folder = folder;
  }

  /**
   * Loads the rulebook in a folder.
   *
   * @throws IllegalArgumentException naming the first mistake in it
   */
  public static RulebookInForce load(Path folder) {
    try {
      return new RulebookInForce(reader(folder), folder);
    } catch (RulebookException e) {
      throw new IllegalArgumentException(
          "the rulebook in " + folder + " has mistakes; see heed rulebook check", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the rulebook in " + folder, e);
    }
  }

  /** Compiled before, where the launcher says where Heed lives; else compiled now. */
  private static Reader reader(Path folder) throws IOException, RulebookException {
    String home = System.getProperty("heed.home");
    Optional<RulebookCache> cache =
        home == null ? Optional.empty() : RulebookCache.in(Path.of(home));
    return cache.isPresent() ? cache.get().reader(folder) : Reader.of(RulebookLoader.load(folder));
  }

  /** What it says, without phrases and examples where it was compiled before. */
  public Rulebook rulebook() {
    return reader.rulebook();
  }

  /** Where its files lie. */
  public Path folder() {
    return folder;
  }

  public Reader reader() {
    return reader;
  }

  /** Its full name, as results carry it. */
  public String name() {
    return rulebook().id().toString();
  }
}

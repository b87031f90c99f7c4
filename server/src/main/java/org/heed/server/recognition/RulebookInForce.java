package org.heed.server.recognition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.heed.rulebook.Area;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.access.Caller;
import org.heed.text.Reader;
import org.heed.text.RulebookCache;

/**
 * The rulebook that this server reads and counts by. Another takes its place in one step while work
 * goes on: what took up its {@link #reader()} before that ends under the one it took.
 */
public final class RulebookInForce {
  /** One rulebook, whole: nobody sees the reader of one beside the folder of another. */
  private record Standing(Reader reader, Path folder) {}

  private volatile Standing standing;

  private RulebookInForce(Standing standing) {
    this.standing = standing;
  }

  /**
   * Loads the rulebook in a folder.
   *
   * @throws IllegalArgumentException naming the first mistake in it
   */
  public static RulebookInForce load(Path folder) {
    try {
      return new RulebookInForce(new Standing(reader(folder), folder));
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

  /** The one that stands now, for work that has to end under the rulebook it began with. */
  public RulebookInForce now() {
    return new RulebookInForce(standing);
  }

  /** Puts another in its place, for all that begins from now on. */
  public void becomes(RulebookInForce other) {
    standing = other.standing;
  }

  /** What it says, without phrases and examples where it was compiled before. */
  public Rulebook rulebook() {
    return reader().rulebook();
  }

  /** Where its files lie. */
  public Path folder() {
    return standing.folder();
  }

  public Reader reader() {
    return standing.reader();
  }

  /** The areas that it knows and somebody works in, by their codes. */
  public Map<String, String> areasOf(Caller caller) {
    Map<String, String> areas = new LinkedHashMap<>();
    for (Area area : rulebook().areas()) {
      if (area.in().isPresent() && caller.worksIn(area.id())) {
        areas.put(area.id(), area.title());
      }
    }
    return areas;
  }

  /** Its full name, as results carry it. */
  public String name() {
    return rulebook().id().toString();
  }
}

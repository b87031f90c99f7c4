package org.heed.server.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.ServeOptions;
import org.heed.server.access.Caller;
import org.heed.server.recognition.RulebookInForce;
import org.heed.text.Reader;
import org.heed.text.RulebookTooLargeException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The rulebooks whose files are at hand: the one in force, those that were in force at earlier
 * starts, which are kept in the data folder, and those proposed.
 */
@Component
public final class KnownRulebooks {
  private final RulebookInForce inForce;
  private final RulebookChanges changes;
  private final Path folder;
  private final Map<Path, String> names = new HashMap<>();

  @Autowired
  KnownRulebooks(RulebookInForce inForce, RulebookChanges changes, ServeOptions options) {
    this(inForce, changes, options.data());
  }

  KnownRulebooks(RulebookInForce inForce, RulebookChanges changes, Path data) {
    this.inForce = inForce;
    this.changes = changes;
    this.folder = data.resolve("rulebook");
    keep();
  }

  /** Another may have come into force since. */
  private synchronized void keep() {
    AdoptedRulebook.keep(inForce.now(), folder);
  }

  /** How a rulebook stands. */
  public enum Standing {
    IN_FORCE("in force"),
    EARLIER("was in force"),
    ADOPTED("adopted, not in force yet"),
    ASSURED("proposed and assured"),
    PROPOSED("proposed");

    private final String says;

    Standing(String says) {
      this.says = says;
    }

    /** As people see it. */
    public String says() {
      return says;
    }
  }

  /**
   * One of them.
   *
   * @param name its full name
   */
  public record Known(String name, Standing standing) {}

  /** All of them: the one in force, then those proposed, newest first, then earlier ones. */
  public List<Known> list(Caller caller) {
    keep();
    Map<String, Standing> all = new LinkedHashMap<>();
    all.put(inForce.name(), Standing.IN_FORCE);
    for (RulebookChange change : changes.list(caller)) {
      if (!change.is(RulebookChange.Step.DECLINED)) {
        all.putIfAbsent(
            change.rulebook(),
            change.isAdopted()
                ? Standing.ADOPTED
                : change.is(RulebookChange.Step.ASSURED) ? Standing.ASSURED : Standing.PROPOSED);
      }
    }
    kept().forEach((name, _) -> all.merge(name, Standing.EARLIER, KnownRulebooks::once));
    List<Known> known = new ArrayList<>();
    all.forEach((name, standing) -> known.add(new Known(name, standing)));
    return known;
  }

  private static Standing once(Standing now, Standing kept) {
    return now == Standing.ADOPTED ? kept : now;
  }

  /** Whether its files are at hand. */
  public boolean has(Caller caller, String name) {
    return list(caller).stream().anyMatch(known -> known.name().equals(name));
  }

  /** Compiled, if its files are at hand. */
  public Optional<Reader> find(Caller caller, String name) {
    if (name.equals(inForce.name())) {
      return Optional.of(inForce.reader());
    }
    try {
      Path own = kept().get(name);
      if (own != null) {
        return Optional.of(Reader.of(RulebookLoader.load(own)));
      }
      for (RulebookChange change : changes.list(caller)) {
        if (change.rulebook().equals(name) && !change.is(RulebookChange.Step.DECLINED)) {
          Rulebook proposed =
              RulebookLoader.parse(
                  RulebookFiles.unzip(changes.archive(caller, change.id())).texts());
          return Optional.of(Reader.of(proposed));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a rulebook that was kept cannot be read", e);
    } catch (RulebookException | RulebookTooLargeException e) {
      throw new IllegalStateException("a rulebook that was kept has mistakes", e);
    }
  }

  /** Those laid out in the data folder, by their full names. */
  private synchronized Map<String, Path> kept() {
    Map<String, Path> all = new LinkedHashMap<>();
    if (!Files.isDirectory(folder)) {
      return all;
    }
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path own : folders.filter(KnownRulebooks::isWhole).sorted().toList()) {
        String name = names.get(own);
        if (name == null) {
          name = RulebookLoader.load(own).id().toString();
          names.put(own, name);
        }
        all.put(name, own);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the rulebooks that were kept cannot be read", e);
    } catch (RulebookException e) {
      throw new IllegalStateException("a rulebook that was kept has mistakes", e);
    }
    return all;
  }

  private static boolean isWhole(Path own) {
    return Files.isDirectory(own) && !AdoptedRulebook.isHalf(own);
  }
}

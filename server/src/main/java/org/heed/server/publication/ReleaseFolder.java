package org.heed.server.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.heed.figures.disclosure.SuppressedTables;
import org.heed.ledger.Digest;
import org.heed.server.access.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where frozen contributions lie: a folder of the data folder that only Heed's user may read, a
 * folder for each release. What lies there is not changed again.
 */
public final class ReleaseFolder {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String CONTRIBUTIONS = "contributions.json";

  private final Path folder;

  public ReleaseFolder(Path data) {
    folder = data.resolve("releases");
  }

  /**
   * Keeps a release with its audit.
   *
   * @throws Refused where there is another of its name
   */
  Contributions keep(Contributions frozen, List<SuppressedTables.Audited> audit) {
    Path own = folder.resolve(frozen.id());
    try {
      if (Files.exists(own.resolve(CONTRIBUTIONS))) {
        Contributions there = read(own);
        if (there.equals(frozen)) {
          return there;
        }
        throw new Refused(
            Refused.Code.CONFLICT,
            "There is a release "
                + frozen.id()
                + " already, with other content. Name this one"
                + " otherwise.");
      }
      Files.createDirectories(own, OWNER_ONLY);
      Files.writeString(own.resolve("audit.json"), JSON.writeValueAsString(audit) + "\n");
      Path aside = own.resolve(CONTRIBUTIONS + ".new");
      Files.writeString(aside, text(frozen));
      Files.move(aside, own.resolve(CONTRIBUTIONS), StandardCopyOption.ATOMIC_MOVE);
      return frozen;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the release in " + own, e);
    }
  }

  /** The hash of what a release is made from, as it is kept. */
  Digest digest(Contributions frozen) {
    return Digest.sha256(text(frozen).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Contributions frozen) {
    return JSON.writeValueAsString(frozen) + "\n";
  }

  /** A release, or null where there is none of that name. */
  @Nullable Contributions find(String id) {
    Path own = folder.resolve(id);
    try {
      return Files.exists(own.resolve(CONTRIBUTIONS)) ? read(own) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the release in " + own, e);
    }
  }

  /** What is known of each hidden count of a release, as JSON; null where there is none. */
  @Nullable List<SuppressedTables.Audited> audit(String id) {
    Path file = folder.resolve(id).resolve("audit.json");
    try {
      return Files.exists(file)
          ? List.of(JSON.readValue(Files.readString(file), SuppressedTables.Audited[].class))
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the audit in " + file, e);
    }
  }

  /** Every other release, in order of name. */
  List<Contributions> others(String id) {
    List<Contributions> others = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return others;
    }
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : all.sorted().toList()) {
        boolean whole = Files.exists(each.resolve(CONTRIBUTIONS));
        if (whole && !each.endsWith(id)) {
          others.add(read(each));
        }
      }
      return others;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the releases in " + folder, e);
    }
  }

  private static Contributions read(Path folder) throws IOException {
    return JSON.readValue(Files.readString(folder.resolve(CONTRIBUTIONS)), Contributions.class);
  }
}

package org.heed.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.heed.postgres.PostgresFailure.Kind;

/**
 * The passwords of a data folder, one in a file, in a folder that only Heed's user may open. They
 * are random, 192 bits each, and made on first use.
 */
public final class Secrets {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final DataFolder data;

  private Secrets(DataFolder data) {
    this.data = data;
  }

  /** The secrets of a data folder; nothing is made yet. */
  public static Secrets in(Path data) {
    return new Secrets(new DataFolder(data));
  }

  /** The named role's password, if it has been made. */
  public Optional<String> find(String role) {
    Path file = file(role);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String password = Files.readString(file).strip();
      return password.isEmpty() ? Optional.empty() : Optional.of(password);
    } catch (IOException e) {
      throw new PostgresFailure(
          Kind.FOLDER_UNUSABLE,
          "The password file " + file + " cannot be read: run Heed as the user that owns it.",
          e);
    }
  }

  /** The named role's password, made now if there was none; the caller holds the data folder. */
  public String findOrCreate(String role) {
    return find(role).orElseGet(() -> create(role));
  }

  @Override
  public String toString() {
    return "Secrets[***]";
  }

  Path file(String role) {
    if (!role.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("not a role's name");
    }
    return data.secrets().resolve(role + ".password");
  }

  private String create(String role) {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Path file = file(role);
    Path aside = file.resolveSibling(role + ".new");
    try {
      Files.createDirectories(data.secrets());
      Files.setPosixFilePermissions(data.secrets(), PosixFilePermissions.fromString("rwx------"));
      Files.deleteIfExists(aside);
      Files.createFile(aside, OWNER_ONLY);
      Files.write(
          aside,
          (password + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      DataFolder.flush(data.secrets());
    } catch (IOException e) {
      throw data.unusable(e);
    }
    return password;
  }
}

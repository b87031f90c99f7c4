package org.heed.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.heed.kernel.AllowedCall;

/**
 * Passwords of the three database roles: random, kept in the data folder, readable by its owner.
 */
public record RolePasswords(String app, String access, String ledger) {
  static final String APP = "heed_app";
  static final String ACCESS = "heed_access";
  static final String LEDGER = "heed_ledger";

  /** Those of the data folder, made on first use. */
  public static RolePasswords in(Path data) {
    Path secrets = data.resolve("secrets");
    return new RolePasswords(
        secret(secrets, "app.password"),
        secret(secrets, "access.password"),
        secret(secrets, "ledger.password"));
  }

  @AllowedCall("a password must be unpredictable")
  private static String secret(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      byte[] bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      String password = HexFormat.of().formatHex(bytes);
      Path made =
          Files.createTempFile(
              folder,
              name,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(made, password);
      Files.move(made, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the database passwords in " + folder, e);
    }
  }

  @Override
  public String toString() {
    return "RolePasswords[hidden]";
  }
}

package org.heed.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.heed.postgres.PostgresFailure.Kind;

/**
 * As whom the server runs. PostgreSQL refuses root, so root gives its rights up: best to the system
 * user {@code postgres}, who then owns the cluster and nothing else; where there is none, or it
 * cannot reach the folder, to a user namespace in which root is nobody. The namespace satisfies
 * PostgreSQL and takes root's special rights away, but files still belong to root, so it protects
 * less. An ordinary user simply runs the server.
 *
 * @param owner whom the cluster's files belong to; empty for the user that runs Heed
 * @param prefix words before the server's command
 */
record Privileges(String owner, List<String> prefix) {
  private static final String SYSTEM_USER = "postgres";
  private static final List<String> DIE_WITH_PARENT = List.of("setpriv", "--pdeathsig", "INT");

  Privileges {
    prefix = List.copyOf(prefix);
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Chooses for a folder to enter and a binary to run. */
  static Privileges choose(Path folder, Path binary) {
    if (!isRoot()) {
      return new Privileges("", available(DIE_WITH_PARENT));
    }
    List<String> asUser =
        List.of(
            "setpriv",
            "--reuid=" + SYSTEM_USER,
            "--regid=" + SYSTEM_USER,
            "--clear-groups",
            "--no-new-privs",
            "--pdeathsig",
            "INT");
    if (canUse(asUser, folder, binary)) {
      return new Privileges(SYSTEM_USER, asUser);
    }
    List<String> asNobody = List.of("unshare", "-U");
    if (canUse(asNobody, folder, binary)) {
      List<String> guarded = join(asNobody, DIE_WITH_PARENT);
      return new Privileges("", canUse(guarded, folder, binary) ? guarded : asNobody);
    }
    throw new PostgresFailure(
        Kind.WRONG_USER,
        "PostgreSQL does not run as root: start Heed as an ordinary user, or let a user named "
            + SYSTEM_USER
            + " enter "
            + folder
            + ".");
  }

  List<String> command(List<String> words) {
    return join(prefix, words);
  }

  /** Gives a folder and all in it to the server's user, the folder itself last. */
  void own(Path folder) throws IOException {
    if (!isRoot()) {
      return;
    }
    UserPrincipal user =
        folder
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(owner.isEmpty() ? "root" : owner);
    if (Files.getOwner(folder).equals(user)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = new ArrayList<>(walk.toList());
    }
    for (Path path : all.reversed()) {
      Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setOwner(user);
    }
  }

  private static boolean canUse(List<String> prefix, Path folder, Path binary) {
    return Commands.succeeds(join(prefix, List.of("test", "-x", folder.toString())))
        && Commands.succeeds(join(prefix, List.of(binary.toString(), "--version")));
  }

  private static List<String> available(List<String> prefix) {
    return Commands.succeeds(join(prefix, List.of("true"))) ? prefix : List.of();
  }

  private static List<String> join(List<String> a, List<String> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }
}

package org.heed.server.archive;

import java.util.EnumSet;
import org.heed.server.ServeOptions;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.server.destruction.WhenDestroyed;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownPositions;
import org.springframework.stereotype.Component;

/** Takes narratives out of the archive as soon as they are destroyed in the record. */
@Component
final class PurgedArchive implements WhenDestroyed {
  private final ArchiveSync archive;
  private final Accounts accounts;
  private final Sessions sessions;

  PurgedArchive(
      Acts acts,
      Databases databases,
      KnownPositions positions,
      ServeOptions options,
      Accounts accounts,
      Sessions sessions) {
    this.archive = new ArchiveSync(acts, databases, positions, options.data());
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @Override
  public void destroyed() {
    Caller keeper =
        sessions.openService(accounts.service("heed-archive", "Archive"), EnumSet.of(Right.READ));
    try {
      archive.forget(keeper);
    } finally {
      sessions.signOut(keeper.token());
    }
  }
}

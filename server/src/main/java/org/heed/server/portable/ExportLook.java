package org.heed.server.portable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.heed.ledger.Commitment;
import org.heed.postgres.DatabaseAddress;
import org.heed.server.store.IdSource;

/**
 * Writes down that the whole record is about to be copied: the widest look there is. It is
 * committed before the first row is read, so that no copy is made without its entry.
 */
public final class ExportLook {
  private ExportLook() {}

  /**
   * Leaves the entry.
   *
   * @param owner the database, as its owner, whom alone an export obeys
   * @return the entry's identifier
   */
  public static UUID record(DatabaseAddress owner, Clock clock, IdSource ids) throws SQLException {
    try (Connection connection = owner.connect()) {
      connection.setAutoCommit(false);
      UUID entry = ids.next();
      try (PreparedStatement account =
              connection.prepareStatement(
                  """
                  insert into access.account (id, name, display_name, agency)
                  values (?, 'heed-export', 'Export', 'heed') on conflict do nothing\
                  """);
          PreparedStatement look =
              connection.prepareStatement(
                  """
                  insert into ledger.entry (id, kind, actor, at, rows, content, subjects, purpose)
                  select ?, 'record.exported', a.id, ?, 0, ?, '{}', 'export'
                  from access.account a where lower(a.name) = 'heed-export'\
                  """);
          PreparedStatement salt =
              connection.prepareStatement("insert into ledger.salt (entry, salt) values (?, ?)")) {
        account.setObject(1, ids.next());
        account.executeUpdate();
        look.setObject(1, entry);
        look.setObject(2, clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        look.setBytes(3, Commitment.content(List.of()).digest().bytes());
        look.executeUpdate();
        salt.setObject(1, entry);
        salt.setBytes(2, ids.salt());
        salt.executeUpdate();
      }
      connection.commit();
      return entry;
    }
  }
}

package org.heed.server.portable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.heed.ledger.Actor;

/**
 * The accounts that entries and restrictions of an export name, so that the record can say who did
 * what. Nobody can sign in as one until an administrator gives it a password.
 */
final class TakenActors {
  private static final String INSERT =
      """
      insert into access.account (id, name, display_name, agency)
      select a.id, a.name || case when exists (
            select 1 from access.account taken where lower(taken.name) = lower(a.name))
          then '@' || ? else '' end,
        a.display_name, a.agency
      from (select cast(? as uuid) as id, cast(? as text) as name, cast(? as text) as display_name,
        cast(? as text) as agency) a
      on conflict (id) do nothing\
      """;

  private TakenActors() {}

  /**
   * Adds those that are not there.
   *
   * @param log set behind a name that another account has here
   */
  static void add(Connection owner, List<Actor> actors, String log) throws SQLException {
    try (PreparedStatement insert = owner.prepareStatement(INSERT)) {
      for (Actor actor : actors) {
        insert.setString(1, log);
        insert.setObject(2, actor.id());
        insert.setString(3, actor.name());
        insert.setString(4, actor.displayName());
        insert.setString(5, actor.agency());
        insert.executeUpdate();
      }
    }
  }
}

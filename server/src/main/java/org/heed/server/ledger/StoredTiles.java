package org.heed.server.ledger;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.heed.ledger.TileSource;

/** The tree's stored hashes, read on one connection. */
final class StoredTiles implements TileSource {
  private final Connection connection;

  StoredTiles(Connection connection) {
    this.connection = connection;
  }

  @Override
  public byte[] tile(int level, long index) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select hashes from ledger.tile where level = ? and index = ?")) {
      query.setInt(1, level);
      query.setLong(2, index);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getBytes(1) : new byte[0];
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the ledger's tiles", e);
    }
  }

  @Override
  public byte[] leaves(long first, int count) {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select hash from ledger.leaf where position >= ? and position < ?
            order by position\
            """)) {
      query.setLong(1, first);
      query.setLong(2, first + count);
      ByteArrayOutputStream hashes = new ByteArrayOutputStream(32 * count);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          hashes.writeBytes(row.getBytes(1));
        }
      }
      return hashes.toByteArray();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the ledger's leaves", e);
    }
  }
}

package org.heed.server.rulebook;

import java.util.Optional;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.store.Databases;
import org.heed.text.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Rulebooks by their full name, for reading again what they once read: the one in force, the one
 * that came with Heed, and all that the record holds as proposed. Only inside {@link
 * org.heed.server.store.Acts}.
 */
@Service
public class RulebookShelf {
  private final JdbcClient sql;
  private final Adoption adoption;
  private @Nullable Reader last;

  public RulebookShelf(Databases databases, Adoption adoption) {
    this.sql = JdbcClient.create(databases.app());
    this.adoption = adoption;
  }

  /** A reader by the rulebook of this name; empty where its files are not to be had. */
  public synchronized Optional<Reader> find(String name) {
    if (name.equals(adoption.inForce().name())) {
      return Optional.of(adoption.inForce().reader());
    }
    if (name.equals(adoption.given().name())) {
      return Optional.of(adoption.given().reader());
    }
    if (last == null || !last.rulebook().id().toString().equals(name)) {
      last = proposed(name);
    }
    return Optional.ofNullable(last);
  }

  private @Nullable Reader proposed(String name) {
    byte[] files =
        sql.sql("select files from record.rulebook_change where rulebook = :name limit 1")
            .param("name", name)
            .query(byte[].class)
            .optional()
            .orElse(null);
    try {
      return files == null
          ? null
          : Reader.of(RulebookLoader.parse(RulebookFiles.unzip(files).texts()));
    } catch (RulebookException e) {
      throw new IllegalStateException("a rulebook that was proposed has mistakes", e);
    }
  }
}

package org.heed.server.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.ServeOptions;
import org.heed.server.recognition.PastRulebooks;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When which rulebook came into force, by the record: what two people adopted, from its date or
 * from the second adoption if that came later, and before the first of them what that one changed.
 * A rulebook that came with a newer Heed is in force from its own date on. One whose files are no
 * longer at hand, or that this Heed no longer reads, is passed over, and another holds for its
 * time.
 */
@Component
public final class RulebookTerms implements PastRulebooks {
  private static final Logger LOG = LoggerFactory.getLogger(RulebookTerms.class);
  private static final String ADOPTED =
      """
      select c.id, c.base, c.rulebook, c.in_force, d.second
      from record.rulebook_change c
      join lateral (
        select (array_agg(a.decided_at order by a.decided_at))[2] as second from (
          select f.decided_by, min(f.decided_at) as decided_at from record.rulebook_decision f
          where f.change = c.id and f.step = 'adopted' and %1$s group by f.decided_by) a) d
        on d.second is not null
      order by greatest(c.in_force::timestamp at time zone 'Europe/London', d.second), d.second
      """
          .replace("%1$s", KnownAt.FILTER);

  private final RulebookInForce inForce;
  private final Path folder;
  private final JdbcClient sql;
  private final Map<String, Rulebook> loaded = new ConcurrentHashMap<>();
  private final Set<String> unread = ConcurrentHashMap.newKeySet();

  @Autowired
  RulebookTerms(RulebookInForce inForce, Databases databases, ServeOptions options) {
    this(inForce, databases, options.data());
  }

  /**
   * As the record tells.
   *
   * @param data the folder in which rulebooks that were in force are kept
   */
  public RulebookTerms(RulebookInForce inForce, Databases databases, Path data) {
    this.inForce = inForce;
    this.folder = data.resolve("rulebook");
    this.sql = JdbcClient.create(databases.app());
  }

  private record Adopted(UUID change, String base, String rulebook, Instant from) {}

  @Override
  public List<Term> known(KnownAt known, Instant now) {
    RulebookInForce today = inForce.now();
    List<Adopted> adopted = adopted(known);
    adopted.removeIf(one -> one.from().isAfter(now));
    List<Term> terms = new ArrayList<>();
    if (!adopted.isEmpty()) {
      find(adopted.getFirst().base(), today)
          .ifPresent(base -> terms.add(new Term(Instant.MIN, base)));
    }
    for (Adopted one : adopted) {
      find(one, today).ifPresent(rulebook -> terms.add(new Term(one.from(), rulebook)));
    }
    Rulebook current = today.rulebook();
    Instant from = startOf(current.inForce());
    if (terms.isEmpty()) {
      terms.add(new Term(Instant.MIN, current));
    } else if (!terms.getLast().rulebook().id().equals(current.id())
        && from.isAfter(terms.getLast().from())
        && !from.isAfter(now)) {
      terms.add(new Term(from, current));
    }
    return terms;
  }

  private List<Adopted> adopted(KnownAt known) {
    return new ArrayList<>(
        sql.sql(ADOPTED)
            .param("known", known.position())
            .query((row, _) -> {
              Instant day = startOf(row.getDate(4).toLocalDate());
              Instant second = row.getTimestamp(5).toInstant();
              return new Adopted(
                  Objects.requireNonNull(row.getObject(1, UUID.class)),
                  row.getString(2),
                  row.getString(3),
                  day.isAfter(second) ? day : second);
            })
            .list());
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(Words.LONDON).toInstant();
  }

  private Optional<Rulebook> find(Adopted one, RulebookInForce today) {
    return find(one.rulebook(), today)
        .or(() ->
            read(
                one.rulebook(),
                () -> RulebookLoader.parse(RulebookFiles.unzip(files(one.change())).texts())));
  }

  /** The one of that name, in force now, kept in the data folder, or adopted in the record. */
  private Optional<Rulebook> find(String name, RulebookInForce today) {
    if (name.equals(today.name())) {
      return Optional.of(today.rulebook());
    }
    Rulebook known = loaded.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Path own = folder.resolve(name.replace('/', '-').replace('#', '-'));
    if (!Files.isDirectory(own)) {
      return Optional.empty();
    }
    return read(name, () -> RulebookLoader.load(own));
  }

  private interface Source {
    Rulebook read() throws IOException, RulebookException;
  }

  /** Each is read once; what cannot be is said once, and no case waits for it. */
  private Optional<Rulebook> read(String name, Source source) {
    if (unread.contains(name)) {
      return Optional.empty();
    }
    try {
      Rulebook read = source.read();
      if (read.id().toString().equals(name)) {
        loaded.put(name, read);
        return Optional.of(read);
      }
      LOG.warn("What was kept as the rulebook {} is another; clocks pass it over.", name);
    } catch (IOException | RulebookException e) {
      LOG.warn("The rulebook {} cannot be read any more; clocks pass it over.", name, e);
    }
    unread.add(name);
    return Optional.empty();
  }

  private byte[] files(UUID change) {
    return sql.sql("select files from record.rulebook_change where id = :id")
        .param("id", change)
        .query(byte[].class)
        .single();
  }
}

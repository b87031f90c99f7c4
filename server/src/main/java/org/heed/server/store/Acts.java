package org.heed.server.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to the record. Everything that changes or shows it runs inside one of these, as the
 * caller whose token the database checks, in one transaction with its ledger entry: both happen or
 * neither does. Repositories use the {@link JdbcClient} of the application's pool and join the
 * transaction that is open.
 */
public final class Acts {
  private final Databases databases;
  private final TransactionTemplate transaction;
  private final JdbcClient sql;
  private final Clock clock;
  private final IdSource ids;
  private final ScopedValue<Caller> entered = ScopedValue.newInstance();

  public Acts(Databases databases, Clock clock, IdSource ids) {
    this.databases = databases;
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(databases.app()));
    this.sql = JdbcClient.create(databases.app());
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Changes the record: what {@code work} adds to the act is one entry.
   *
   * @param kind what is done, a fixed word such as {@code report.recorded}
   */
  public <T> T change(Caller caller, String kind, Function<Act, T> work) {
    return as(
        caller,
        () -> {
          Act act = begin(caller, kind);
          T result = work.apply(act);
          write(List.of(act));
          return result;
        });
  }

  /** As {@link #change}, where there is nothing to answer. */
  public void changing(Caller caller, String kind, Consumer<Act> work) {
    change(
        caller,
        kind,
        act -> {
          work.accept(act);
          return act.id();
        });
  }

  /**
   * Changes the record by many acts in one transaction, each an entry of its own.
   *
   * @param work makes acts through the function given, each with its kind
   */
  public <T> T changeMany(Caller caller, Function<Function<String, Act>, T> work) {
    return as(
        caller,
        () -> {
          List<Act> acts = new ArrayList<>();
          T result =
              work.apply(kind -> {
                Act act = begin(caller, kind);
                acts.add(act);
                return act;
              });
          write(acts);
          return result;
        });
  }

  /**
   * Changes the record by one act that brings a new report and rests on nothing else that the
   * record holds. Who is asking, that the report is new, and the facts are checked and written in
   * one journey, which is a transaction of its own.
   *
   * @param work adds the facts and does not ask the database
   * @return empty when the report is known, to anybody: nothing has happened then
   */
  public <T> Optional<T> changeWithNew(
      Caller caller, String kind, String source, String reference, Function<Act, T> work) {
    Act act = begin(caller, kind);
    T result = work.apply(act);
    var connection = DataSourceUtils.getConnection(databases.app());
    try {
      return switch (FactWriter.writeNew(connection, act, source, reference)) {
        case WRITTEN -> Optional.of(result);
        case KNOWN -> Optional.empty();
        case NOT_SIGNED_IN -> throw ended();
      };
    } finally {
      DataSourceUtils.releaseConnection(connection, databases.app());
    }
  }

  /** What a look returns, and whose records it showed. */
  public record Seen<T>(T value, Collection<UUID> subjects) {
    public Seen {
      subjects = List.copyOf(subjects);
    }

    /** One record seen. */
    public static <T> Seen<T> one(T value, UUID subject) {
      return new Seen<>(value, List.of(subject));
    }
  }

  /**
   * Shows personal records: the look is an entry with the identifiers shown, written before
   * anything is returned.
   *
   * @param kind what is shown, such as {@code report.opened}
   * @param purpose why, a word of a fixed list
   */
  public <T> T look(Caller caller, String kind, String purpose, Supplier<Seen<T>> work) {
    return change(
        caller,
        kind,
        act -> {
          Seen<T> seen = work.get();
          seen.subjects().forEach(act::concerns);
          act.purpose(purpose);
          return seen.value();
        });
  }

  /**
   * Reads what is not personal: counts, rulebook, one's own drafts. Leaves no entry. Acts inside it
   * join its transaction: all of them happen or none does.
   */
  public <T> T plain(Caller caller, Supplier<T> work) {
    return as(caller, work);
  }

  /** The moment that an act which began now would have. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether this is inside another act, whose transaction a failed statement has ended. */
  public boolean isInside() {
    return entered.isBound();
  }

  private <T> T as(Caller caller, Supplier<T> work) {
    if (entered.isBound() && entered.get().token().equals(caller.token())) {
      return work.get();
    }
    T result =
        transaction.execute(_ -> {
          enter(caller);
          return ScopedValue.where(entered, caller).call(work::get);
        });
    return result;
  }

  private void enter(Caller caller) {
    boolean live =
        sql.sql("select account from access.enter(:token)")
            .param("token", caller.token().secret())
            .query(UUID.class)
            .optional()
            .filter(caller.account()::equals)
            .isPresent();
    if (!live) {
      throw ended();
    }
  }

  private static Refused ended() {
    return new Refused(Refused.Code.NOT_SIGNED_IN, "Your session has ended. Sign in again.");
  }

  private Act begin(Caller caller, String kind) {
    return new Act(kind, caller, now(), ids);
  }

  private void write(List<Act> acts) {
    var connection = DataSourceUtils.getConnection(databases.app());
    try {
      FactWriter.write(connection, acts);
    } finally {
      DataSourceUtils.releaseConnection(connection, databases.app());
    }
  }
}

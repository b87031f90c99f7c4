package org.heed.server.report;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The operation that a report belongs to: what one investigation brought to light is not so many
 * children found by themselves, so figures allow for it and can be asked without it.
 */
@Service
public class Operations {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} '’-]{0,59}");
  private static final Pattern TITLE =
      Pattern.compile("(operation|op)\\.? +", Pattern.CASE_INSENSITIVE);

  private final Acts acts;
  private final JdbcClient sql;

  public Operations(Acts acts, Databases databases) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * An operation's name as it is kept: “Operation Larkspur” is Larkspur.
   *
   * @return empty where it is none: at most 60 letters, digits, spaces, hyphens and apostrophes
   */
  public static Optional<String> name(String typed) {
    String spaced = typed.strip().replaceAll("\\s+", " ");
    String name =
        TITLE.matcher(spaced).lookingAt() ? TITLE.matcher(spaced).replaceFirst("") : spaced;
    return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }

  /**
   * Says which operation a report belongs to.
   *
   * @param operation its name as typed; null: to none
   * @throws Refused where the name is none, or the report already belongs to it
   */
  public void set(Caller caller, UUID report, @Nullable String operation, String reason) {
    caller.require(Right.REVIEW);
    if (reason.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "Give a reason.");
    }
    String name =
        operation == null
            ? null
            : name(operation)
                .orElseThrow(() ->
                    new Refused(
                        Refused.Code.INVALID,
                        "An operation's name has up to 60 letters, digits, spaces, hyphens and"
                            + " apostrophes."));
    acts.changing(caller, "report.operation", act -> add(act, report, name, reason));
  }

  private void add(Act act, UUID report, @Nullable String operation, String reason) {
    Latest latest =
        sql.sql(
                """
                select coalesce(o.seq, 0) as seq, o.operation from record.report r
                left join lateral (select f.seq, f.operation from record.report_operation f
                                   where f.report = r.id order by f.seq desc limit 1) o on true
                where r.id = :report
                """)
            .param("report", report)
            .query((row, _) -> new Latest(row.getInt(1), row.getString(2)))
            .optional()
            .orElseThrow(
                () -> new Refused(Refused.Code.NOT_FOUND, "There is no such report open to you."));
    if (operation == null ? latest.operation() == null : operation.equals(latest.operation())) {
      throw new Refused(
          Refused.Code.CONFLICT,
          operation == null
              ? "The report belongs to no operation."
              : "The report already belongs to that operation.");
    }
    act.concerns(report);
    act.add(Tables.REPORT_OPERATION, report, latest.seq() + 1, operation, reason);
  }

  /** An operation's name, and the source that gives it. */
  public record Said(String operation, String source) {}

  /**
   * Takes what sources say of their reports, within acts that are open. What was said of a report
   * before stands, whoever said it.
   *
   * @param said by report
   */
  public void bySource(Function<String, Act> begin, Map<UUID, Said> said) {
    if (said.isEmpty()) {
      return;
    }
    Set<UUID> before =
        Set.copyOf(
            sql.sql("select report from record.report_operation where report = any (:reports)")
                .param("reports", said.keySet().toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .set());
    said.forEach((report, one) -> {
      if (!before.contains(report)) {
        Act act = begin.apply("report.operation");
        act.concerns(report);
        act.add(
            Tables.REPORT_OPERATION, report, 1, one.operation(), "Said by " + one.source() + ".");
      }
    });
  }

  private record Latest(int seq, @Nullable String operation) {}

  /** The operation that a report belonged to as known. Only inside {@link Acts}. */
  public Optional<String> find(UUID report, KnownAt known) {
    return sql.sql(
            "select f.operation from record.report_operation f where f.report = :report and "
                + KnownAt.FILTER
                + " order by f.seq desc limit 1")
        .param("report", report)
        .param("known", known.position())
        .query((row, _) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(found -> found);
  }
}

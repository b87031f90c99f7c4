package org.heed.server.inspection;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How often the wording of reports was pointed out. The database counts and keeps back what is few,
 * so that no page can tell of a person.
 */
@Service
public class LanguageRates {
  private final Acts acts;
  private final JdbcClient sql;

  public LanguageRates(Acts acts, Databases databases) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
  }

  /** By unit and quarter. */
  public List<LanguageRate> list(Caller caller, boolean byTeam, Instant since, Instant until) {
    caller.require(Right.INSPECT);
    return acts.plain(
        caller,
        () ->
            sql.sql(
                    """
                    select unit, quarter, reports, worded
                    from access.language_rates(:team, :since, :until)
                    """)
                .param("team", byTeam)
                .param("since", Timestamp.from(since))
                .param("until", Timestamp.from(until))
                .query((row, _) ->
                    new LanguageRate(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, Integer.class),
                        row.getObject(4, Integer.class)))
                .list());
  }
}

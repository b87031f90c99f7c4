package org.heed.server.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.heed.server.access.Caller;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What someone has typed and not recorded yet; one draft for each form, their own to see alone. */
@Service
public class Drafts {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> NOT_TYPED = Set.of("_csrf", "seen");

  private final Acts acts;
  private final JdbcClient sql;
  private final Clock clock;
  private final IdSource ids;

  public Drafts(Acts acts, Databases databases, Clock clock, IdSource ids) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
    this.clock = clock;
    this.ids = ids;
  }

  /** Keeps what is typed, in place of what was kept before. */
  public void keep(Caller caller, String form, String content) {
    acts.plain(
        caller,
        () -> {
          remove(caller, form);
          return sql.sql(
                  """
                  insert into work.draft (id, account, form, content, saved_at)
                  values (:id, :account, :form, :content, :at)
                  """)
              .param("id", ids.next())
              .param("account", caller.account())
              .param("form", form)
              .param("content", content)
              .param("at", Timestamp.from(clock.instant()))
              .update();
        });
  }

  /** Keeps the fields of a form as they stand. */
  public void keep(Caller caller, String form, Map<String, String> fields) {
    Map<String, String> typed = new TreeMap<>(fields);
    typed.keySet().removeAll(NOT_TYPED);
    keep(caller, form, JSON.writeValueAsString(typed));
  }

  /** The fields that were kept, or none. */
  public Map<String, String> fields(Caller caller, String form) {
    Map<String, String> typed = new HashMap<>();
    find(caller, form)
        .map(JSON::readTree)
        .ifPresent(kept ->
            kept.properties().forEach(one -> typed.put(one.getKey(), one.getValue().asString())));
    return typed;
  }

  /** What was kept. */
  public Optional<String> find(Caller caller, String form) {
    return acts.plain(
        caller,
        () ->
            sql.sql("select content from work.draft where account = :account and form = :form")
                .param("account", caller.account())
                .param("form", form)
                .query(String.class)
                .optional());
  }

  /** Forgets it, once it is recorded or given up. */
  public void discard(Caller caller, String form) {
    acts.plain(caller, () -> remove(caller, form));
  }

  private int remove(Caller caller, String form) {
    return sql.sql("delete from work.draft where account = :account and form = :form")
        .param("account", caller.account())
        .param("form", form)
        .update();
  }
}

package org.heed.server.safeguarding;

import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Changes a part of a case only where it still stands as the person saw it when they began to
 * write: otherwise they are shown what somebody else said of it meanwhile.
 */
@Service
public class AsSeen {
  /** Where nobody says what they saw. */
  public static final int UNKNOWN = -1;

  private final Acts acts;
  private final JdbcClient sql;

  public AsSeen(Acts acts, Databases databases) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
  }

  /** What somebody says again, after what was said of it before. */
  public enum Part {
    /** Open, proposed to be closed, closed. */
    STANDING(
        "Somebody proposed, closed or opened this case after you opened the page.",
        "select coalesce(max(seq), 0) from record.case_state where case_file = :id and case_file = :which"),
    /** Who answers for it. */
    OWNER(
        "Somebody gave this case to somebody after you opened the page.",
        "select coalesce(max(seq), 0) from record.case_owner where case_file = :id and case_file = :which"),
    /** How urgent an officer holds it to be. */
    GRADE(
        "Somebody graded this case after you opened the page.",
        "select coalesce(max(seq), 0) from record.case_grade where case_file = :id and case_file = :which"),
    ACTION(
        "Somebody changed this action after you opened the page.",
        "select coalesce(max(seq), 0) from record.case_action_state where case_file = :id and action = :which"),
    LINE(
        "Somebody changed this line of enquiry after you opened the page.",
        "select coalesce(max(seq), 0) from record.case_line_state where case_file = :id and line = :which"),
    MEETING(
        "Somebody changed this meeting after you opened the page.",
        "select coalesce(max(seq), 0) from record.case_meeting_state where case_file = :id and meeting = :which");

    private final String sentence;
    private final String newest;

    Part(String sentence, String newest) {
      this.sentence = sentence;
      this.newest = newest;
    }

    private Refused overtaken() {
      return new Refused(Refused.Code.CONFLICT, sentence);
    }
  }

  /**
   * Does something with a part of a case, in one transaction with the look at how it stands.
   *
   * @param which the action, the line or the meeting; the case itself for what it has once
   * @param seen the number of the last that the person saw said of it, 0 where they saw none;
   *     {@link #UNKNOWN}: any will do
   */
  public void act(Caller caller, UUID id, Part part, UUID which, int seen, Runnable work) {
    try {
      acts.plain(
          caller,
          () -> {
            hold(which);
            if (seen != UNKNOWN && newest(id, part, which) != seen) {
              throw part.overtaken();
            }
            work.run();
            return true;
          });
    } catch (DuplicateKeyException raced) {
      throw part.overtaken();
    }
  }

  /** Others who change the same wait here, and then see what was said. */
  private void hold(UUID which) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:which, 260))")
        .param("which", which.toString())
        .query(row -> {});
  }

  private int newest(UUID id, Part part, UUID which) {
    return sql.sql(part.newest).param("id", id).param("which", which).query(Integer.class).single();
  }
}

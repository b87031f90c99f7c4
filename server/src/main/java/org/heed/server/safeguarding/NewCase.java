package org.heed.server.safeguarding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case to be opened.
 *
 * @param subject whom or what it is for
 * @param from the report whose decision led to it; null: opened for the reason alone
 * @param owner who answers for it; null: nobody yet
 * @param members whom it is about
 */
public record NewCase(
    CaseKind kind,
    String area,
    String subject,
    @Nullable UUID from,
    @Nullable UUID owner,
    String team,
    String reason,
    List<Member> members) {
  public NewCase {
    members = List.copyOf(members);
  }

  /**
   * Somebody whom a case is about.
   *
   * @param person of the record, where one is chosen
   * @param mention of a report, where one is chosen
   * @param name in words, where neither is
   */
  public record Member(
      CaseRole role,
      @Nullable UUID person,
      @Nullable UUID mention,
      @Nullable String name,
      @Nullable LocalDate born) {
    /** The same as something else. */
    Member as(CaseRole other) {
      return new Member(other, person, mention, name, born);
    }

    /** Nothing but the role: the rest is personal. */
    @Override
    public String toString() {
      return "Member[" + role + "]";
    }
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "NewCase[" + kind + "]";
  }
}

package org.heed.server.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.jspecify.annotations.Nullable;

/** Victims and subjects by what decides their age alone, as a query joins them. */
public final class ArchivePeople {
  private ArchivePeople() {}

  /** From a date of birth and an age as stated, either of them empty: "2011-05-01:,:14". */
  public static List<NewMention> parse(@Nullable String ages) {
    List<NewMention> people = new ArrayList<>();
    if (ages != null) {
      for (String one : ages.split(",", -1)) {
        int colon = one.indexOf(':');
        String born = one.substring(0, colon);
        String stated = one.substring(colon + 1);
        people.add(
            new NewMention(
                MentionRole.VICTIM,
                null,
                null,
                born.isEmpty() ? null : LocalDate.parse(born),
                stated.isEmpty() ? null : Integer.valueOf(stated),
                null,
                null,
                null,
                null,
                null));
      }
    }
    return people;
  }
}

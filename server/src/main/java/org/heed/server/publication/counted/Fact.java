package org.heed.server.publication.counted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact that moves a count, with the position at which it became known. */
sealed interface Fact {
  long position();

  UUID report();

  /** A version of a report; days are London's. */
  record Version(
      long position,
      UUID report,
      int version,
      String kind,
      @Nullable String route,
      String area,
      @Nullable LocalDate occurred,
      @Nullable LocalDate reported,
      LocalDate recorded)
      implements Fact {}

  /** A decision on exploitation. */
  record Decision(
      long position,
      UUID report,
      @Nullable UUID crime,
      int seq,
      String decision,
      String route,
      Instant at,
      LocalDate day)
      implements Fact {}

  /** A crime's state. */
  record State(
      long position,
      UUID report,
      UUID crime,
      int seq,
      String act,
      String offence,
      boolean counted,
      LocalDate effective)
      implements Fact {}

  /** What a crime was recorded of: mentions and offence codes. */
  record Told(
      long position,
      UUID report,
      UUID crime,
      List<UUID> victims,
      List<UUID> suspects,
      List<String> offences)
      implements Fact {
    public Told {
      victims = List.copyOf(victims);
      suspects = List.copyOf(suspects);
      offences = List.copyOf(offences);
    }
  }

  /** What a rulebook made of a version. */
  record Read(long position, UUID report, int version, String rulebook, boolean prompts)
      implements Fact {}

  /** A person as a version names them. */
  record Mention(long position, UUID report, UUID mention, int version, String role)
      implements Fact {}

  /** Who a mention is said to be. */
  record Link(long position, UUID report, UUID mention, UUID person, boolean same, int seq)
      implements Fact {}

  /** The operation that a report belongs to, by a key; null: to none any more. */
  record Operation(long position, UUID report, int seq, @Nullable String operation)
      implements Fact {}

  /** A random draw for blind review. */
  record Draw(long position, UUID report, String stream, double chance) implements Fact {}
}

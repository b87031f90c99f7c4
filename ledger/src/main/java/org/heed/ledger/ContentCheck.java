package org.heed.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an entry's rows are those it committed to; if not, which. Where the rows' commitments are
 * kept beside the entry and give its content digest, they are as good as signed and each row is
 * held against its own. Otherwise the numbers of the rows tell what is missing or too many.
 */
final class ContentCheck {

  private final Faults faults;

  ContentCheck(Faults faults) {
    this.faults = faults;
  }

  /** A row and what it commits to now; null where it cannot be told, because its salt is gone. */
  private record Hashed(StoredRow row, @Nullable Digest digest) {}

  /** Reports what is wrong with the rows; true if nothing is. */
  boolean check(StoredEntry stored) {
    List<Hashed> rows = hash(stored);
    boolean rowsFit = fits(rows, stored.entry().content());
    boolean keptFit = keptFit(stored);
    if (rowsFit) {
      if (!keptFit && !stored.commitments().isEmpty()) {
        faults.changed(stored.position(), "its kept commitments; the rows are as recorded");
      }
    } else if (keptFit) {
      compare(stored, rows);
    } else {
      guess(stored, rows);
    }
    return rowsFit;
  }

  private static List<Hashed> hash(StoredEntry stored) {
    List<Hashed> rows = new ArrayList<>(stored.rows().size());
    for (StoredRow row : stored.rows()) {
      rows.add(new Hashed(row, digest(stored, row)));
    }
    rows.sort(Comparator.comparingInt(hashed -> hashed.row().ordinal()));
    return rows;
  }

  private static @Nullable Digest digest(StoredEntry stored, StoredRow row) {
    return switch (row) {
      case StoredRow.Destroyed destroyed -> destroyed.commitment().digest();
      case StoredRow.Present present -> {
        Salt salt = present.salt();
        Salt entrySalt = stored.salt();
        if (salt == null && entrySalt != null) {
          salt = entrySalt.ofRow(row.ordinal());
        }
        yield salt == null ? null : Commitment.ofRow(salt, present.fact());
      }
    };
  }

  private static boolean fits(List<Hashed> rows, Content content) {
    List<Digest> digests = new ArrayList<>(rows.size());
    for (Hashed hashed : rows) {
      Digest digest = hashed.digest();
      if (digest == null || hashed.row().ordinal() != digests.size()) {
        return false;
      }
      digests.add(digest);
    }
    return Commitment.content(digests).equals(content);
  }

  private static boolean keptFit(StoredEntry stored) {
    List<Digest> digests = new ArrayList<>();
    for (RowCommitment kept : stored.commitments()) {
      if (kept.ordinal() != digests.size()) {
        return false;
      }
      digests.add(kept.digest());
    }
    return Commitment.content(digests).equals(stored.entry().content());
  }

  private void compare(StoredEntry stored, List<Hashed> rows) {
    Map<Integer, List<Hashed>> byOrdinal = new HashMap<>();
    rows.forEach(
        row -> byOrdinal.computeIfAbsent(row.row().ordinal(), key -> new ArrayList<>()).add(row));
    for (RowCommitment kept : stored.commitments()) {
      List<Hashed> found = byOrdinal.getOrDefault(kept.ordinal(), new ArrayList<>());
      byOrdinal.remove(kept.ordinal());
      if (found.isEmpty()) {
        faults.removed(stored.position(), "row " + kept.ordinal() + " of " + kept.table());
      } else {
        Hashed right =
            found.stream()
                .filter(row -> kept.digest().equals(row.digest()))
                .findFirst()
                .orElse(null);
        if (right == null) {
          changed(stored, found.getFirst());
        }
        found.remove(right == null ? found.getFirst() : right);
      }
      found.forEach(row -> inserted(stored, row));
    }
    byOrdinal.values().forEach(left -> left.forEach(row -> inserted(stored, row)));
  }

  private void guess(StoredEntry stored, List<Hashed> rows) {
    int expected = stored.entry().content().rows();
    Set<Integer> seen = new HashSet<>();
    boolean told = false;
    for (Hashed row : rows) {
      int ordinal = row.row().ordinal();
      if (ordinal < 0 || ordinal >= expected) {
        inserted(stored, row);
        told = true;
      } else if (!seen.add(ordinal)) {
        faults.inserted(
            stored.position(), name(row) + ", or another of that number; only one was recorded");
        told = true;
      }
    }
    for (int ordinal = 0; ordinal < expected; ordinal++) {
      if (!seen.contains(ordinal)) {
        faults.removed(
            stored.position(), "row " + ordinal + " of its " + expected + ", table not known");
        told = true;
      }
    }
    if (!told && rows.size() == 1) {
      changed(stored, rows.getFirst());
    } else if (!told) {
      faults.changed(
          stored.position(),
          "one of " + String.join(", ", rows.stream().map(ContentCheck::name).toList()));
    }
  }

  private void changed(StoredEntry stored, Hashed row) {
    String why =
        row.digest() == null
            ? ": its salt is gone, so it cannot be checked"
            : ": not what was recorded";
    faults.changed(stored.position(), name(row) + why);
  }

  private void inserted(StoredEntry stored, Hashed row) {
    faults.inserted(stored.position(), name(row) + ": the entry does not commit to it");
  }

  private static String name(Hashed hashed) {
    return "row " + hashed.row().ordinal() + " of " + hashed.row().table();
  }
}

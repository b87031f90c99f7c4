package org.heed.server.destruction;

import java.util.UUID;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a report from being destroyed as long as it stands.
 *
 * @param kind the code of a {@link HoldKind}, or of what holds it by itself
 * @param name of what holds it: a number or a day
 * @param of what holds it
 */
public record Hold(String kind, String name, UUID of) {

  /** Why, in a sentence. */
  public String says() {
    return switch (kind) {
      case "open-case" -> "Case " + name + " is open and is about this report.";
      case "open-case-of-person" ->
          "Case " + name + " is open and is about somebody whom this report speaks of.";
      case "subject-request" ->
          "Somebody whom it speaks of asked on "
              + name
              + " what is held about them, and has no answer yet. To destroy it meanwhile may be an"
              + " offence (Data Protection Act 2018, section 173).";
      case "missing" ->
          "Somebody whom it speaks of was reported missing on " + name + " and is not found.";
      case "charged" ->
          "Somebody was charged with crime "
              + name
              + ". What may be relevant is kept for disclosure until somebody records that the duty"
              + " has ended.";
      case "schedule" ->
          "Case "
              + name
              + " has schedules of unused material. What may be relevant is kept for disclosure"
              + " until somebody records that the duty has ended.";
      default -> {
        HoldKind placed = placed();
        yield placed == null ? kind : placed.title() + ".";
      }
    };
  }

  /** The kind, where somebody said so. */
  public @Nullable HoldKind placed() {
    return Coded.find(HoldKind.values(), kind).orElse(null);
  }

  /** Whether it ends when somebody records that the duty of disclosure has ended. */
  public boolean ofDisclosure() {
    return placed() == HoldKind.DISCLOSURE || kind.equals("charged") || kind.equals("schedule");
  }
}

package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case with its plan, its meetings and its clocks, as known.
 *
 * @param meetings the last planned first
 * @param clocks the most pressing first
 * @param open what is not finished besides
 * @param cameBack what came back to it from an inspection, whether it is open or closed
 * @param names who is behind the identifiers of accounts
 * @param asOf the moment that clocks are told at
 */
public record CaseView(
    CaseFile file,
    CasePlan plan,
    List<CaseMeeting> meetings,
    List<CaseClock> clocks,
    List<OpenThing> open,
    List<CaseFact> cameBack,
    Map<UUID, String> names,
    Instant asOf) {
  public CaseView {
    meetings = List.copyOf(meetings);
    clocks = List.copyOf(clocks);
    open = List.copyOf(open);
    cameBack = List.copyOf(cameBack);
    names = Map.copyOf(names);
  }

  /** What is still open in it. */
  public Closings.StillOpen stillOpen() {
    return Closings.StillOpen.of(plan, clocks, open);
  }

  /** What an account is called. */
  public String name(@Nullable UUID account) {
    return account == null ? "Nobody yet" : names.getOrDefault(account, "Somebody");
  }

  /** Who is to do an action: somebody here, or of another agency, in words. */
  public String owner(CasePlan.ActionState action) {
    String agency = action.agency();
    return agency == null ? name(action.owner()) : agency;
  }

  /** What members are called, by their identifiers. */
  public Map<String, String> members() {
    Map<String, String> members = new HashMap<>();
    file.people().forEach(one -> members.put(one.member().toString(), one.name()));
    return members;
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "CaseView[" + file.id() + "]";
  }
}

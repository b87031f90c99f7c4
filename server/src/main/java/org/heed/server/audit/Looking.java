package org.heed.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What one person opened in the last seven days, beside what is usual. Counts of different records,
 * about the person who looks and never about who is looked at.
 *
 * @param roles the roles they hold, in words
 * @param opened different records opened one by one
 * @param usual their own usual week: the median of the eight weeks before
 * @param colleagues the median of these seven days among others who share a role with them and
 *     opened anything; negative where there are none
 * @param outside records opened that lie in none of their areas
 * @param restricted restricted reports and cases opened with a reason
 */
public record Looking(
    UUID account,
    String name,
    List<String> roles,
    long opened,
    double usual,
    double colleagues,
    long outside,
    long restricted) {

  /** Below this many records nothing is called unusual: one busy day is no pattern. */
  public static final int FEW = 10;

  /** More than so many times the usual is pointed out. */
  public static final int TIMES = 2;

  public Looking {
    roles = List.copyOf(roles);
  }

  /** Whether there is anyone to compare with. */
  public boolean hasColleagues() {
    return colleagues >= 0;
  }

  /** Why it is worth asking about; empty where nothing stands out. */
  public List<String> standsOut() {
    List<String> why = new ArrayList<>();
    if (opened >= FEW && opened > TIMES * usual) {
      why.add("more than twice their own usual week");
    }
    if (opened >= FEW && hasColleagues() && opened > TIMES * colleagues) {
      why.add("more than twice what colleagues opened");
    }
    if (outside > 0) {
      why.add("opened records outside their areas");
    }
    return why;
  }

  /** Names stay out of logs. */
  @Override
  public String toString() {
    return "Looking[" + account + "]";
  }
}

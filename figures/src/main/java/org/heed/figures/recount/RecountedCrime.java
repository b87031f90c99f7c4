package org.heed.figures.recount;

import java.util.List;
import org.heed.figures.counting.Because;
import org.heed.rulebook.Counting;

/**
 * A crime as other counting rules would have made it of what is recorded.
 *
 * @param crime its days, place and route are those of the first that it is made of
 * @param of the recorded crimes that it is made of, the first first
 * @param counts whether its class counts; else it is kept apart
 * @param cancelled whether those it is made of are cancelled
 * @param because the rules that made it what it is
 */
public record RecountedCrime(
    History crime, List<String> of, boolean counts, boolean cancelled, List<Because> because) {
  public RecountedCrime {
    of = List.copyOf(of);
    because = List.copyOf(because);
  }

  /**
   * What these rules make of crimes as known at a position: those that stand by themselves, and
   * those that are cancelled by themselves. What shares no victim, no offender and no report can be
   * asked about apart and comes to the same.
   */
  public static List<RecountedCrime> of(List<Told> told, Counting rules, long position) {
    return Recounted.make(told, rules, position);
  }
}

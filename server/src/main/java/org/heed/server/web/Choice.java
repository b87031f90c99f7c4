package org.heed.server.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.store.Coded;

/**
 * One option of radios, checkboxes or a select.
 *
 * @param hint help under the label, or empty
 */
public record Choice(String value, String label, String hint, boolean chosen) {

  /** An option without hint, not chosen. */
  public static Choice of(String value, String label) {
    return new Choice(value, label, "", false);
  }

  /** The same with a hint. */
  public Choice hint(String text) {
    return new Choice(value, label, text, chosen);
  }

  /** The same, chosen if it has this value. */
  public Choice chosen(String current) {
    return new Choice(value, label, hint, value.equals(current));
  }

  /** Options in the map's order, those with a current value chosen. */
  public static List<Choice> list(Map<String, String> labels, Set<String> current) {
    var all = new ArrayList<Choice>();
    labels.forEach(
        (value, label) -> all.add(new Choice(value, label, "", current.contains(value))));
    return List.copyOf(all);
  }

  /** Options in their order, the one with the current code chosen. */
  public static List<Choice> list(Coded[] all, String current) {
    return Arrays.stream(all).map(one -> of(one.code(), one.title()).chosen(current)).toList();
  }
}

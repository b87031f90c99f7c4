package org.heed.linkage.thing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses and names of places in a form that can be compared: words in lower case, what is
 * usually shortened written out, a postcode apart. The loose form has number and street, or the
 * name, without what follows.
 */
final class Places {
  private static final Map<String, String> WRITTEN_OUT =
      Map.ofEntries(
          Map.entry("rd", "road"),
          Map.entry("ave", "avenue"),
          Map.entry("av", "avenue"),
          Map.entry("ln", "lane"),
          Map.entry("dr", "drive"),
          Map.entry("cl", "close"),
          Map.entry("ct", "court"),
          Map.entry("crt", "court"),
          Map.entry("cres", "crescent"),
          Map.entry("gdns", "gardens"),
          Map.entry("pl", "place"),
          Map.entry("sq", "square"),
          Map.entry("terr", "terrace"),
          Map.entry("pk", "park"));
  private static final Set<String> ENDS =
      Set.of(
          "street",
          "road",
          "avenue",
          "lane",
          "drive",
          "close",
          "court",
          "crescent",
          "gardens",
          "place",
          "square",
          "terrace",
          "way",
          "rise",
          "row",
          "hill",
          "grove",
          "walk",
          "mews");
  private static final Pattern POSTCODE =
      Pattern.compile(
          "\\b([A-Z]{1,2}[0-9][A-Z0-9]?) *([0-9][A-Z]{2})\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("[0-9]+[a-z]?");

  private Places() {}

  static ThingKey key(String written) {
    String postcode = postcode(written);
    List<List<String>> parts = parts(POSTCODE.matcher(written).replaceAll(" "));
    List<String> all = parts.stream().flatMap(List::stream).toList();
    Set<String> pieces = new TreeSet<>(all);
    if (postcode != null) {
      pieces.add(postcode);
    }
    if (all.isEmpty()) {
      return new ThingKey(postcode, null, pieces);
    }
    String words = String.join(" ", all);
    return new ThingKey(
        postcode == null ? words : words + "|" + postcode, loose(parts, all), pieces);
  }

  static Set<String> asked(String part) {
    return key(part).pieces();
  }

  /** Number and street where there are such, else the name before the first comma. */
  private static String loose(List<List<String>> parts, List<String> all) {
    for (int i = 0; i + 1 < all.size(); i++) {
      if (NUMBER.matcher(all.get(i)).matches()) {
        for (int end = i + 1; end < Math.min(all.size(), i + 6); end++) {
          if (ENDS.contains(all.get(end))) {
            return String.join(" ", all.subList(0, end + 1));
          }
        }
      }
    }
    return String.join(" ", parts.getFirst());
  }

  private static @Nullable String postcode(String written) {
    Matcher matcher = POSTCODE.matcher(written);
    return matcher.find() ? (matcher.group(1) + matcher.group(2)).toLowerCase(Locale.ROOT) : null;
  }

  private static List<List<String>> parts(String written) {
    String plain =
        Normalizer.normalize(written, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "");
    List<List<String>> parts = new ArrayList<>();
    for (String part : plain.split("[,;\\n]", -1)) {
      List<String> words = new ArrayList<>();
      for (String word : part.split("[^\\p{L}\\p{N}]+", -1)) {
        boolean article = words.isEmpty() && word.equals("the");
        if (!word.isEmpty() && !article) {
          words.add(WRITTEN_OUT.getOrDefault(word, word));
        }
      }
      // St Jude's is a saint's, Mill St a street's.
      if (words.size() > 1 && words.getLast().equals("st")) {
        words.set(words.size() - 1, "street");
      }
      if (!words.isEmpty()) {
        parts.add(words);
      }
    }
    return parts;
  }
}

package org.heed.linkage.thing;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Online accounts: the service and the name on it, whether written as a link or in words. */
final class Handles {
  private static final int RUN = 4;
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://)?(?:www\\.)?([a-z0-9-]+)\\.[a-z.]{2,}/(?:@|u/|user/)?([^/?#\\s]+).*");
  private static final Pattern IN_WORDS = Pattern.compile("@?(\\S+) (?:on|at) (.+)");
  private static final Pattern SERVICE_FIRST = Pattern.compile("([\\p{L} ]+): *@?(\\S+)");

  private Handles() {}

  private record Account(@Nullable String service, String handle) {}

  static ThingKey key(String written, @Nullable String detail) {
    Account account = account(written);
    String service = account.service() != null ? account.service() : detail;
    String named =
        service == null
            ? ""
            : service.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    String handle = account.handle();
    if (handle.isEmpty()) {
      return new ThingKey(null, null, Set.of());
    }
    Set<String> pieces = new TreeSet<>(ThingKey.runs(handle, RUN));
    pieces.add("=" + handle);
    return new ThingKey(named + ":" + handle, handle, pieces);
  }

  static Set<String> asked(String part) {
    String plain = plain(part);
    return plain.length() < RUN ? Set.of("=" + plain) : ThingKey.runs(plain, RUN);
  }

  /** The name on the service. */
  static String plain(String written) {
    return account(written).handle();
  }

  private static Account account(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT).replaceAll("['\"‘’“”]", "");
    for (Pattern pattern : new Pattern[] {LINK, SERVICE_FIRST}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return new Account(matcher.group(1).strip(), handle(matcher.group(2)));
      }
    }
    Matcher words = IN_WORDS.matcher(text);
    return words.matches()
        ? new Account(words.group(2).strip(), handle(words.group(1)))
        : new Account(null, handle(text));
  }

  private static String handle(String text) {
    return text.replaceAll("^@+|\\s+", "");
  }
}

package org.heed.server.tellus;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is telling: their answers so far, by field, and the reference once it is sent.
 *
 * @param way the form's code
 */
public record Telling(String way, Map<String, String> answers, @Nullable String sent) {

  public Telling {
    answers = Map.copyOf(answers);
  }

  /** Nothing said yet. */
  public static Telling begin(Way way) {
    return new Telling(way.code(), Map.of(), null);
  }

  /** What was answered to a field; empty where nothing was. */
  public String answer(String field) {
    return answers.getOrDefault(field, "");
  }

  /** With the answers of one page in place of those it had. */
  public Telling with(Way now, Step step, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(answers);
    for (String field : step.fields()) {
      if (fields.containsKey(field) || !step.equals(Step.CONTACT) || !field.equals("name")) {
        all.put(field, clean(fields.getOrDefault(field, "")));
      }
    }
    return new Telling(now.code(), all, null);
  }

  /** Lines end as a browser's text areas count them; what no text can hold is left out. */
  private static String clean(String typed) {
    StringBuilder clean = new StringBuilder(typed.length());
    typed
        .replace("\r\n", "\n")
        .codePoints()
        .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Nothing but the form: all of it is personal. */
  @Override
  public String toString() {
    return "Telling[" + way + "]";
  }
}

package org.heed.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What somebody sent in a form that was not kept: it goes back to them, so that nobody types a
 * thing twice. It is kept nowhere but in their own page.
 */
public record SentWords(Map<String, List<String>> fields) {
  /** Nothing. */
  public static final SentWords NONE = new SentWords(Map.of());

  /** The field that says whose page a form is of. */
  public static final String BY = "_by";

  private static final Set<String> SECRET = Set.of("password", BY);

  public SentWords {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    fields = Collections.unmodifiableMap(copy);
  }

  /** What a request that met an error had sent; nothing where it was no form. */
  static SentWords of(HttpServletRequest request) {
    if (!"POST".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))) {
      return NONE;
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    String csrf =
        request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
            ? token.getParameterName()
            : "_csrf";
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (!name.equals(csrf) && !SECRET.contains(name)) {
            fields.put(name, List.of(values));
          }
        });
    return new SentWords(fields);
  }

  /** Whose page a form was sent from, as it says itself; empty where it does not. */
  public static String by(HttpServletRequest request) {
    String by = request.getParameter(BY);
    return by == null ? "" : by;
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** The words among it, for reading: without identifiers and what is left blank. */
  public List<Fact> words() {
    List<Fact> words = new ArrayList<>();
    fields.forEach((name, values) -> {
      List<String> lines =
          values.stream()
              .filter(value -> value.contains(" "))
              .flatMap(String::lines)
              .filter(line -> !line.isBlank())
              .toList();
      if (!lines.isEmpty()) {
        words.add(new Fact(Words.title(name), lines, List.of()));
      }
    });
    return words;
  }

  /** How many fields; what is in them is personal. */
  @Override
  public String toString() {
    return "SentWords[" + fields.size() + "]";
  }
}

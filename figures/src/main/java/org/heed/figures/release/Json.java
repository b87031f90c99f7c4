package org.heed.figures.release;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, texts, numbers and truth values as JSON, always in the same way. */
final class Json {
  private Json() {}

  static String of(Object value) {
    StringBuilder text = new StringBuilder();
    write(text, value, "\n");
    return text.append('\n').toString();
  }

  private static void write(StringBuilder text, Object value, String indent) {
    switch (value) {
      case Map<?, ?> map -> {
        String inner = indent + "  ";
        text.append(
            map.entrySet().stream()
                .map(entry -> {
                  StringBuilder part = new StringBuilder(inner);
                  part.append(quoted(String.valueOf(entry.getKey()))).append(": ");
                  write(part, entry.getValue(), inner);
                  return part;
                })
                .collect(Collectors.joining(",", "{", indent + "}")));
      }
      case List<?> list -> {
        String inner = indent + "  ";
        text.append(
            list.stream()
                .map(each -> {
                  StringBuilder part = new StringBuilder(inner);
                  write(part, each, inner);
                  return part;
                })
                .collect(Collectors.joining(",", "[", indent + "]")));
      }
      case String string -> text.append(quoted(string));
      case Number number -> text.append(number);
      case Boolean truth -> text.append(truth.booleanValue());
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}

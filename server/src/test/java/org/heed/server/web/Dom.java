package org.heed.server.web;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML in a form in which two pieces that a browser shows alike are equal: attributes sorted, white
 * space between words one space and around elements none.
 */
final class Dom {

  private Dom() {}

  static String normal(String html) {
    var out = new StringBuilder();
    for (Node node : Jsoup.parseBodyFragment(html).body().childNodes()) {
      write(node, out, 0);
    }
    return out.toString();
  }

  private static void write(Node node, StringBuilder out, int depth) {
    if (node instanceof TextNode text) {
      String words = text.getWholeText().replaceAll("\\s+", " ").strip();
      if (!words.isEmpty()) {
        out.repeat("  ", depth).append(words).append('\n');
      }
    } else if (node instanceof Element element) {
      out.repeat("  ", depth).append('<').append(element.tagName());
      out.append(
          StreamSupport.stream(element.attributes().spliterator(), false)
              .map(Dom::attribute)
              .sorted()
              .collect(Collectors.joining()));
      out.append(">\n");
      for (Node child : element.childNodes()) {
        write(child, out, depth + 1);
      }
    }
  }

  private static String attribute(Attribute attribute) {
    String value = attribute.getValue();
    if (attribute.getKey().equals("class")) {
      value = value.strip().replaceAll("\\s+", " ");
    }
    return " " + attribute.getKey() + "=\"" + value + "\"";
  }
}

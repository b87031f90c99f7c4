package org.heed.server.tellus.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.heed.server.tellus.Step;
import org.heed.server.tellus.Way;

/** The words of the form's questions and answers, which whoever reads a message sees too. */
public final class Labels {
  static final Map<String, String> DANGER =
      ordered(
          "now", "Yes, now or very soon",
          "not-sure", "I am not sure",
          "not-now", "Not right now");

  private static final Map<String, String> HOW =
      ordered(
          "text", "Send a text message",
          "phone", "Phone",
          "email", "Send an email",
          "someone", "Through somebody I trust",
          "none", "Please do not contact me");

  private Labels() {}

  static Map<String, String> about(Way way) {
    return switch (way) {
      case PUBLIC ->
          ordered(
              "me", "Me",
              "child", "A child or young person I know or have seen",
              "place", "A place, an adult or something online");
      case PROFESSIONAL ->
          ordered(
              "child", "A child or children",
              "place", "A place, an adult or something online");
    };
  }

  static Map<String, String> how(Way way) {
    Map<String, String> all = new LinkedHashMap<>(HOW);
    if (way == Way.PROFESSIONAL) {
      all.remove("none");
      all.remove("someone");
    }
    return all;
  }

  /** What a page asks. */
  public static String title(Way way, Step step) {
    boolean works = way == Way.PROFESSIONAL;
    return switch (step) {
      case DANGER -> "Is anyone in danger right now?";
      case HAPPENED ->
          works ? "What has happened, or what are you worried about?" : "What has happened?";
      case ABOUT -> "Who or what is this about?";
      case WHERE -> "Where and when?";
      case YOU -> "Who are you?";
      case CONTACT -> works ? "How do we reach you?" : "Is there a safe way to contact you?";
    };
  }

  /** What was said of danger. */
  public static String danger(String code) {
    return DANGER.getOrDefault(code, code);
  }

  /** How the teller may be contacted. */
  public static String how(String code) {
    return HOW.getOrDefault(code, code);
  }

  /** Who told. */
  public static String teller(String code) {
    return switch (code) {
      case "child" -> "A child, about themselves";
      case "professional" -> "A professional";
      default -> "A member of the public";
    };
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], pairs[i + 1]);
    }
    return java.util.Collections.unmodifiableMap(all);
  }
}

package org.heed.text;

import java.util.List;
import org.heed.rulebook.Ask;

/**
 * Why a person is asked.
 *
 * @param rule the prompt rule
 * @param because findings by id and facts as {@code fact:victim_age}
 * @param says the rule's sentence
 */
public record Reason(String rule, Ask ask, List<String> because, String says) {
  public Reason {
    because = List.copyOf(because);
  }
}

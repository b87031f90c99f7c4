package org.heed.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads conditions. Names must be concepts, families or conditions named before. */
final class ConditionParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(<=|>=|[<>=(),]|[A-Za-z0-9_][A-Za-z0-9_-]*)");
  private static final int MOST_DEPTH = 30;
  private static final int NEAR_SENTENCES = 3;

  /** No more pairs are held against each other by one {@code near} or {@code apart-from}. */
  private static final int MOST_PAIRS = 1_000;

  private static final Set<String> RELATIONS = Set.of("near", "beside", "apart-from");

  private static final Set<String> WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "of",
          "in",
          "is",
          "unknown",
          "near",
          "beside",
          "apart-from",
          "certain",
          "recent",
          "first-hand",
          "written");

  private final List<String> tokens;
  private final Names names;
  private int at;
  private int depth;

  private ConditionParser(List<String> tokens, Names names) {
    this.tokens = tokens;
    this.names = names;
  }

  /** Whether a name would be understood as something else. */
  static boolean isReserved(String name) {
    return WORDS.contains(name) || Family.find(name).isPresent();
  }

  /** What a condition may name: concepts, offence codes, and the conditions defined before it. */
  static final class Names {
    private final Set<String> concepts;
    private final Set<String> codes;
    private final Map<String, Condition> defined = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    Names(Set<String> concepts, Set<String> codes) {
      this.concepts = concepts;
      this.codes = codes;
    }

    void define(String name, Condition condition) {
      defined.put(name, condition);
    }

    boolean isConcept(String name) {
      return concepts.contains(name);
    }

    /** Whether an offence code is known; where no class is, every code is. */
    boolean isCode(String code) {
      return codes.isEmpty() || codes.contains(code);
    }

    boolean isUsed(String name) {
      return used.contains(name);
    }

    private @Nullable Condition use(String name) {
      used.add(name);
      return defined.get(name);
    }

    private List<String> all() {
      List<String> all = new ArrayList<>(concepts);
      all.addAll(defined.keySet());
      Arrays.stream(Family.values()).map(Family::word).forEach(all::add);
      return all;
    }
  }

  static Condition parse(String text, Names names) throws PatternException {
    ConditionParser parser = new ConditionParser(tokens(text), names);
    Condition condition = parser.any();
    if (parser.at < parser.tokens.size()) {
      throw new PatternException(
          "“" + parser.peek() + "” does not belong there", "Join with and, or, not and brackets");
    }
    return condition;
  }

  private static List<String> tokens(String text) throws PatternException {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      end = matcher.end();
      matcher.region(end, text.length());
    }
    if (!text.substring(end).isBlank()) {
      throw new PatternException(
          "“" + text.substring(end).strip() + "” is not part of a condition",
          "Use names, numbers, comparisons and round brackets");
    }
    return tokens;
  }

  private Condition any() throws PatternException {
    if (++depth > MOST_DEPTH) {
      throw new PatternException(
          "brackets nest more than " + MOST_DEPTH + " deep", "Name parts under conditions:");
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(all());
    while (take("or")) {
      parts.add(all());
    }
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
  }

  private Condition all() throws PatternException {
    List<Condition> parts = new ArrayList<>();
    parts.add(not());
    while (take("and")) {
      parts.add(not());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
  }

  private Condition not() throws PatternException {
    boolean negated = false;
    while (take("not")) {
      negated = !negated;
    }
    Condition atom = atom();
    return negated ? new Condition.Not(atom) : atom;
  }

  private Condition atom() throws PatternException {
    if (take("(")) {
      Condition inner = any();
      expect(")");
      return inner;
    }
    String token = next();
    for (Condition.Fact fact : Condition.Fact.values()) {
      if (fact.word().equals(token)) {
        return fact(fact);
      }
    }
    if (isNumber(token)) {
      return atLeast(token);
    }
    Condition.Strength strength = strength(token);
    if (strength != Condition.Strength.ANY) {
      return new Condition.Has(term(next()), strength);
    }
    if (RELATIONS.contains(peek())) {
      return related(terms(token), next());
    }
    Condition known = names.use(token);
    return known != null ? known : new Condition.Has(term(token), Condition.Strength.ANY);
  }

  private Condition related(List<Condition.Term> these, String relation) throws PatternException {
    List<Condition.Term> others = terms(next());
    if (these.size() * others.size() > MOST_PAIRS) {
      throw new PatternException(
          "“" + relation + "” holds more than " + MOST_PAIRS + " pairs against each other",
          "Name fewer concepts on either side");
    }
    if (relation.equals("apart-from")) {
      return new Condition.Apart(these, others);
    }
    int sentences = relation.equals("near") ? NEAR_SENTENCES : 0;
    List<Condition> pairs = new ArrayList<>();
    for (Condition.Term one : these) {
      others.forEach(other -> pairs.add(new Condition.Near(one, other, sentences)));
    }
    return pairs.size() == 1 ? pairs.getFirst() : new Condition.Any(pairs);
  }

  /** What a concept, a family or a named choice of these stands for. */
  private List<Condition.Term> terms(String name) throws PatternException {
    Condition known = names.use(name);
    if (known == null) {
      return List.of(term(name));
    }
    List<Condition.Term> terms = new ArrayList<>();
    if (!addChoice(known, terms)) {
      throw new PatternException(
          "“" + name + "” is more than a choice of concepts and families",
          "Name a condition that joins them with or alone");
    }
    return terms;
  }

  private static boolean addChoice(Condition condition, List<Condition.Term> terms) {
    return switch (condition) {
      case Condition.Any any -> any.parts().stream().allMatch(part -> addChoice(part, terms));
      case Condition.Has has ->
          has.strength() == Condition.Strength.ANY
              && terms.size() < MOST_PAIRS
              && terms.add(has.term());
      case Condition.All _,
          Condition.Not _,
          Condition.AtLeastOf _,
          Condition.AtLeast _,
          Condition.Near _,
          Condition.Apart _,
          Condition.Compare _,
          Condition.IsUnknown _,
          Condition.In _ ->
          false;
    };
  }

  private Condition atLeast(String token) throws PatternException {
    if (token.length() > 3) {
      throw new PatternException("the number " + token + " is too large", "Write a small number");
    }
    int number = Integer.parseInt(token);
    if (!take("of")) {
      String name = next();
      Family family =
          Family.find(name)
              .orElseThrow(() ->
                  new PatternException(
                      "“" + name + "” after a number is not a family",
                      "Write as in: 2 vulnerability, or: 2 of (a, b, c)"));
      return new Condition.AtLeast(number, family);
    }
    expect("(");
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(any());
    } while (take(","));
    expect(")");
    return new Condition.AtLeastOf(number, parts);
  }

  private Condition fact(Condition.Fact fact) throws PatternException {
    if (take("is")) {
      expect("unknown");
      return new Condition.IsUnknown(fact);
    }
    if (take("in")) {
      expect("(");
      List<String> values = new ArrayList<>();
      do {
        values.add(code(next()));
      } while (take(","));
      expect(")");
      return new Condition.In(fact, values);
    }
    String sign = next();
    for (Condition.Comparison comparison : Condition.Comparison.values()) {
      if (comparison.sign().equals(sign) && fact == Condition.Fact.VICTIM_AGE) {
        String value = next();
        if (isNumber(value) && value.length() <= 3) {
          return new Condition.Compare(fact, comparison, Integer.parseInt(value));
        }
      }
    }
    throw new PatternException(
        "“" + fact.word() + " " + sign + "” cannot be compared so",
        "Write as in: victim_age < 18, victim_age is unknown, offence in (71, 88A)");
  }

  private String code(String value) throws PatternException {
    if (!names.isCode(value)) {
      throw new PatternException(
          "no class of counting.yaml has the code “" + value + "”",
          "Use a code that stands there, or add its class");
    }
    return value;
  }

  private Condition.Term term(String name) throws PatternException {
    var family = Family.find(name);
    if (family.isPresent()) {
      return new Condition.Term.OfFamily(family.get());
    }
    if (!names.isConcept(name)) {
      throw new PatternException(
          "“" + name + "” is not a concept, family or named condition",
          DidYouMean.cure(
              name,
              names.all(),
              "Use an id from indicators/, or name it under conditions: further up"));
    }
    return new Condition.Term.OfConcept(name);
  }

  private static Condition.Strength strength(String token) {
    return switch (token) {
      case "certain" -> Condition.Strength.CERTAIN;
      case "recent" -> Condition.Strength.RECENT;
      case "first-hand" -> Condition.Strength.FIRST_HAND;
      case "written" -> Condition.Strength.WRITTEN;
      default -> Condition.Strength.ANY;
    };
  }

  private static boolean isNumber(String token) {
    return token.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private String next() throws PatternException {
    if (at >= tokens.size()) {
      throw new PatternException("the condition ends too early", "Say what follows");
    }
    return tokens.get(at++);
  }

  private boolean take(String token) {
    if (peek().equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String token) throws PatternException {
    if (!take(token)) {
      String before = peek().isEmpty() ? "at the end" : "before “" + peek() + "”";
      throw new PatternException("“" + token + "” is missing " + before, "Close every bracket");
    }
  }
}

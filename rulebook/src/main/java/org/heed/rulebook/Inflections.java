package org.heed.rulebook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The forms of an English word, nouns and verbs alike: plural, possessive, third person, past,
 * participles. Regular rules plus the common irregular words; a form too many does no harm, since
 * nobody writes it.
 */
public final class Inflections {
  private static final Map<String, String> IRREGULAR = irregular();

  private Inflections() {}

  /** The word itself first, then its other forms, folded. */
  public static Set<String> of(String word) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(word);
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      forms.addAll(List.of(irregular.split(" ")));
      return forms;
    }
    char last = word.charAt(word.length() - 1);
    char before = word.length() > 1 ? word.charAt(word.length() - 2) : ' ';
    if (last == 'y' && !isVowel(before)) {
      String stem = word.substring(0, word.length() - 1);
      forms.addAll(List.of(stem + "ies", stem + "ied", word + "ing", word + "s"));
    } else if (last == 'e') {
      String stem = word.substring(0, word.length() - 1);
      forms.addAll(List.of(word + "s", word + "d", stem + "ing"));
      if (before == 'e' || before == 'y' || before == 'o') {
        forms.add(word + "ing");
      }
    } else {
      if (last == 's' || last == 'x' || last == 'z' || word.endsWith("ch") || word.endsWith("sh")) {
        forms.add(word + "es");
      } else {
        forms.add(word + "s");
        if (last == 'o') {
          forms.add(word + "es");
        }
      }
      forms.addAll(List.of(word + "ed", word + "ing"));
      if (doubles(word)) {
        forms.addAll(List.of(word + last + "ed", word + last + "ing"));
      }
    }
    return forms;
  }

  /** A single vowel before a single final consonant: stop, travel, commit. */
  private static boolean doubles(String word) {
    int n = word.length();
    if (n < 3 || "wxyh".indexOf(word.charAt(n - 1)) >= 0 || isVowel(word.charAt(n - 1))) {
      return false;
    }
    return isVowel(word.charAt(n - 2))
        && (!isVowel(word.charAt(n - 3)) || word.startsWith("qu", n - 4 < 0 ? 0 : n - 4));
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  private static Map<String, String> irregular() {
    String table =
        """
        be: is am are was were been being
        become: becomes became becoming
        begin: begins began begun beginning
        bite: bites bit bitten biting
        bleed: bleeds bled bleeding
        break: breaks broke broken breaking
        bring: brings brought bringing
        build: builds built building
        buy: buys bought buying
        catch: catches caught catching
        child: children childs childrens
        choose: chooses chose chosen choosing
        come: comes came coming
        cut: cuts cutting
        deal: deals dealt dealing
        do: does did done doing
        draw: draws drew drawn drawing
        drink: drinks drank drunk drinking
        drive: drives drove driven driving
        eat: eats ate eaten eating
        fall: falls fell fallen falling
        feel: feels felt feeling
        feed: feeds fed feeding
        fight: fights fought fighting
        find: finds found finding
        foot: feet
        forget: forgets forgot forgotten forgetting
        get: gets got gotten getting
        give: gives gave given giving
        go: goes went gone going
        grow: grows grew grown growing
        have: has had having
        hear: hears heard hearing
        hide: hides hid hidden hiding
        hit: hits hitting
        hold: holds held holding
        hurt: hurts hurting
        keep: keeps kept keeping
        knife: knives knifes knifed knifing
        know: knows knew known knowing
        lad: lads
        lead: leads led leading
        leave: leaves left leaving
        lend: lends lent lending
        let: lets letting
        lie: lies lied lay lain lying
        life: lives
        lose: loses lost losing
        make: makes made making
        man: men mans mens
        meet: meets met meeting
        pay: pays paid paying
        person: people persons peoples
        put: puts putting
        quit: quits quitting
        read: reads reading
        ring: rings rang rung ringing
        run: runs ran running
        say: says said saying
        see: sees saw seen seeing
        seek: seeks sought seeking
        sell: sells sold selling
        send: sends sent sending
        set: sets setting
        shake: shakes shook shaken shaking
        show: shows showed shown showing
        shut: shuts shutting
        sit: sits sat sitting
        sleep: sleeps slept sleeping
        smell: smells smelled smelt smelling
        speak: speaks spoke spoken speaking
        spend: spends spent spending
        stand: stands stood standing
        steal: steals stole stolen stealing
        stick: sticks stuck sticking
        swear: swears swore sworn swearing
        take: takes took taken taking
        teach: teaches taught teaching
        tell: tells told telling
        think: thinks thought thinking
        throw: throws threw thrown throwing
        understand: understands understood understanding
        undergo: undergoes underwent undergone undergoing
        wake: wakes woke woken waking
        wear: wears wore worn wearing
        wife: wives wifes
        win: wins won winning
        withdraw: withdraws withdrew withdrawn withdrawing
        withhold: withholds withheld withholding
        woman: women womans womens
        write: writes wrote written writing
        """;
    return table
        .lines()
        .map(line -> line.split(": "))
        .collect(java.util.stream.Collectors.toUnmodifiableMap(p -> p[0], p -> p[1]));
  }
}

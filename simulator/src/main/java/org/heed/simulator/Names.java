package org.heed.simulator;

import java.util.List;

/**
 * Invented combinations of names. Which pool a person's name comes from follows the ethnicity drawn
 * for them, so that errors can be tested by name origin in aggregate; neither has any part in what
 * happens to anyone.
 */
final class Names {

  private static final List<String> GIRLS_A =
      words(
          "Amelia Chloe Ellie Freya Grace Holly Isla Jasmine Kayleigh Lacey Megan Niamh Orla Paige"
              + " Poppy Rosie Scarlett Skye Tegan Willow Bethany Caitlin Demi Erin Summer Lexi Maisie"
              + " Tilly Keira Abbie Leah Jodie Carys Ffion Shannon Courtney Georgia Imogen Zoe");
  private static final List<String> BOYS_A =
      words(
          "Aaron Alfie Ben Callum Connor Dylan Ethan Finley Harley Jack Jayden Kian Lewis Logan Mason"
              + " Nathan Oscar Reece Riley Rhys Sam Toby Tyler Zak Bradley Corey Elliot Jake Kyle Liam"
              + " Leon Ollie Ryan Joshua Morgan Declan Craig Darren Gavin Lee Scott Wayne Stuart");
  private static final List<String> FAMILY_A =
      words(
          "Abbot Aldous Barrow Bexley Calloway Carver Dacre Denholm Eddery Elwick Fairley Farrant"
              + " Gadsby Garrow Hallam Hebden Inskip Ivory Jessop Kelby Kirkham Larkin Lomax Marlow"
              + " Mottram Naylor Neville Oakden Ormerod Pargeter Penrose Quayle Radley Rushton Selwood"
              + " Stannard Tarrant Thurlow Underhay Varley Wadham Whitlock Yardley Yelland Pickering"
              + " Ackroyd Bramley Cobbold Dunmore Hartnell Lockett Mayhew Prowse Sowerby Tindall");
  private static final List<String> GIRLS_B =
      words(
          "Aisha Amina Fatima Hafsa Inaya Khadija Mariam Nadia Priya Rania Saira Simran Zara Anjali Divya");
  private static final List<String> BOYS_B =
      words(
          "Adeel Bilal Danyal Faisal Hamza Imran Kabir Nabeel Omar Rohan Sajid Tariq Usman Yusuf Arjun Vikram");
  private static final List<String> FAMILY_B =
      words(
          "Ahmadi Bashir Chaudry Dar Farooq Haider Iqbal Jamil Karim Malik Nazir Qureshi Rafiq Sandhu Gill Mistry Rao Desai");
  private static final List<String> GIRLS_C =
      words(
          "Abena Adaeze Amara Chantelle Esi Folake Imani Jada Kemi Monique Naomi Shanice Temi Tiana Yaa Zainab");
  private static final List<String> BOYS_C =
      words(
          "Ade Chidi Dwayne Emeka Femi Isaac Jermaine Jordan Kofi Kwame Marcus Micah Nathaniel Obi Tunde Tyrone");
  private static final List<String> FAMILY_C =
      words(
          "Adeyemi Asante Boateng Clarke-Osei Danso Edwards Francis Gordon-Bell Ikande Joseph Kamara Lawal Mensah Nwosu Okafor Palmer Reid Sesay");
  private static final List<String> GIRLS_D =
      words(
          "Alicja Daria Elena Ioana Katya Lena Magda Mirela Natalia Oksana Petra Roza Sofia Viktoria Leila Mei");
  private static final List<String> BOYS_D =
      words(
          "Adrian Andrei Bogdan Dawid Filip Ivan Jakub Kamil Luka Marek Mihai Pavel Radu Stefan Arman Wei");
  private static final List<String> FAMILY_D =
      words(
          "Albu Baran Cerny Dobre Hoxha Ilic Jankowska-Ray Kovalenko Lis Marin Nowak Orban Popa Rusu Sula Tran Vasile Zielin");

  /** The street names by which some adults go. */
  static final List<String> ALIASES =
      words(
          "Dez Ricky Jay Smithy Kaz Ty Biggs Lenny Mo Zee Rocco Tank Ginge Stefa Ace Marv Curtis Dex Flash Vinnie Sparks Toni Cas Rev Jinx");

  private Names() {}

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }

  /** A given name for a sex and an ethnicity of the 16+1 classification. */
  static String given(boolean female, String ethnicity, Chance chance) {
    return chance.pick(
        switch (pool(ethnicity, chance)) {
          case 1 -> female ? GIRLS_B : BOYS_B;
          case 2 -> female ? GIRLS_C : BOYS_C;
          case 3 -> female ? GIRLS_D : BOYS_D;
          default -> female ? GIRLS_A : BOYS_A;
        });
  }

  static String family(String ethnicity, Chance chance) {
    return chance.pick(
        switch (pool(ethnicity, chance)) {
          case 1 -> FAMILY_B;
          case 2 -> FAMILY_C;
          case 3 -> FAMILY_D;
          default -> FAMILY_A;
        });
  }

  private static int pool(String ethnicity, Chance chance) {
    return switch (ethnicity.charAt(0)) {
      case 'A' -> chance.yes(0.9) ? 1 : 0;
      case 'B' -> chance.yes(0.75) ? 2 : 0;
      case 'M' -> chance.below(3);
      case 'O' -> chance.yes(0.7) ? 3 : 1;
      default -> ethnicity.equals("W9") ? 3 : 0;
    };
  }

  /** The name as another officer heard, mistyped or shortened it. */
  static String variant(String name, Chance chance) {
    if (name.length() < 4) {
      return name + name.charAt(name.length() - 1);
    }
    int at = chance.between(1, name.length() - 2);
    return switch (chance.below(6)) {
      case 0 -> name.substring(0, at) + name.substring(at + 1);
      case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
      case 2 ->
          name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
      case 3 -> name.endsWith("y") ? name.substring(0, name.length() - 1) + "ie" : name + "e";
      case 4 -> sounded(name);
      default -> name.substring(0, Math.max(3, name.length() - 2));
    };
  }

  private static String sounded(String name) {
    for (String[] pair :
        new String[][] {
          {"ll", "l"}, {"ey", "ay"}, {"ph", "f"}, {"ck", "k"}, {"ea", "ee"}, {"th", "t"},
          {"ow", "o"}, {"ou", "u"}, {"er", "a"}, {"i", "y"}, {"a", "e"}, {"o", "u"}
        }) {
      int at = name.indexOf(pair[0], 1);
      if (at > 0) {
        return name.substring(0, at) + pair[1] + name.substring(at + pair[0].length());
      }
    }
    return name + "s";
  }
}

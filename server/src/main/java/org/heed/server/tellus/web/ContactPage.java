package org.heed.server.tellus.web;

import java.util.ArrayList;
import java.util.List;
import org.heed.server.tellus.Contact;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;

/** The model of {@code tellus/contact.jte}. */
public record ContactPage(Page page, List<Contact> contacts) {
  public ContactPage {
    contacts = List.copyOf(contacts);
  }

  /** How to make contact with one. */
  public static List<Fact> facts(Contact contact) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("How", Labels.how(contact.how())));
    if (contact.to() != null) {
      facts.add(Fact.of("Number, address or person", contact.to()));
    }
    facts.add(Fact.of("When it is safe", contact.when() == null ? "" : contact.when()));
    facts.add(Fact.of("What must not be done", contact.care() == null ? "" : contact.care()));
    return facts;
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "ContactPage[" + contacts.size() + "]";
  }
}

package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heed.rulebook.Condition;
import org.heed.rulebook.Family;

/** Conditions as bytes. */
final class ConditionCodec {
  private ConditionCodec() {}

  static void write(Condition condition, DataOutputStream out) throws IOException {
    switch (condition) {
      case Condition.All all -> many('&', all.parts(), out);
      case Condition.Any any -> many('|', any.parts(), out);
      case Condition.Not not -> {
        out.writeByte('!');
        write(not.part(), out);
      }
      case Condition.AtLeastOf some -> {
        out.writeByte('n');
        out.writeInt(some.number());
        many('|', some.parts(), out);
      }
      case Condition.AtLeast some -> {
        out.writeByte('f');
        out.writeInt(some.number());
        out.writeUTF(some.family().name());
      }
      case Condition.Has has -> {
        out.writeByte('h');
        term(has.term(), out);
        out.writeUTF(has.strength().name());
      }
      case Condition.Near near -> {
        out.writeByte('~');
        term(near.one(), out);
        term(near.other(), out);
        out.writeInt(near.sentences());
      }
      case Condition.Apart apart -> {
        out.writeByte('/');
        terms(apart.these(), out);
        terms(apart.others(), out);
      }
      case Condition.Compare compare -> {
        out.writeByte('<');
        out.writeUTF(compare.fact().name());
        out.writeUTF(compare.comparison().name());
        out.writeInt(compare.value());
      }
      case Condition.IsUnknown unknown -> {
        out.writeByte('?');
        out.writeUTF(unknown.fact().name());
      }
      case Condition.In in -> {
        out.writeByte('i');
        out.writeUTF(in.fact().name());
        out.writeInt(in.values().size());
        for (String value : in.values()) {
          out.writeUTF(value);
        }
      }
    }
  }

  private static void many(char kind, List<Condition> parts, DataOutputStream out)
      throws IOException {
    out.writeByte(kind);
    out.writeInt(parts.size());
    for (Condition part : parts) {
      write(part, out);
    }
  }

  private static void term(Condition.Term term, DataOutputStream out) throws IOException {
    switch (term) {
      case Condition.Term.OfConcept concept -> {
        out.writeBoolean(true);
        out.writeUTF(concept.concept());
      }
      case Condition.Term.OfFamily family -> {
        out.writeBoolean(false);
        out.writeUTF(family.family().name());
      }
    }
  }

  private static void terms(List<Condition.Term> terms, DataOutputStream out) throws IOException {
    out.writeInt(terms.size());
    for (Condition.Term term : terms) {
      term(term, out);
    }
  }

  static Condition read(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case '&' -> new Condition.All(many(in));
      case '|' -> new Condition.Any(many(in));
      case '!' -> new Condition.Not(read(in));
      case 'n' -> {
        int number = in.readInt();
        in.readByte();
        yield new Condition.AtLeastOf(number, many(in));
      }
      case 'f' -> new Condition.AtLeast(in.readInt(), Family.valueOf(in.readUTF()));
      case 'h' -> new Condition.Has(term(in), Condition.Strength.valueOf(in.readUTF()));
      case '~' -> new Condition.Near(term(in), term(in), in.readInt());
      case '/' -> new Condition.Apart(terms(in), terms(in));
      case '<' ->
          new Condition.Compare(
              Condition.Fact.valueOf(in.readUTF()),
              Condition.Comparison.valueOf(in.readUTF()),
              in.readInt());
      case '?' -> new Condition.IsUnknown(Condition.Fact.valueOf(in.readUTF()));
      case 'i' -> {
        Condition.Fact fact = Condition.Fact.valueOf(in.readUTF());
        List<String> values = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
          values.add(in.readUTF());
        }
        yield new Condition.In(fact, values);
      }
      default -> throw new IOException("no such condition in a compiled rulebook");
    };
  }

  private static List<Condition> many(DataInputStream in) throws IOException {
    List<Condition> parts = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      parts.add(read(in));
    }
    return parts;
  }

  private static List<Condition.Term> terms(DataInputStream in) throws IOException {
    List<Condition.Term> terms = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      terms.add(term(in));
    }
    return terms;
  }

  private static Condition.Term term(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new Condition.Term.OfConcept(in.readUTF())
        : new Condition.Term.OfFamily(Family.valueOf(in.readUTF()));
  }
}

package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heed.rulebook.CountingEffect;
import org.heed.rulebook.CountingRule;
import org.heed.rulebook.CrimeGround;
import org.heed.rulebook.Where;

/** Counting rules as bytes, without their examples, which nobody counts by. */
final class CountingCodec {
  private static final Where NOWHERE = new Where("compiled", 1);

  private CountingCodec() {}

  static void write(List<CountingRule> rules, DataOutputStream out) throws IOException {
    out.writeInt(rules.size());
    for (CountingRule rule : rules) {
      out.writeUTF(rule.id());
      out.writeUTF(rule.version());
      out.writeUTF(rule.inForce().toString());
      out.writeUTF(rule.says());
      out.writeUTF(rule.source());
      write(rule.effect(), out);
    }
  }

  private static void write(CountingEffect effect, DataOutputStream out) throws IOException {
    out.writeUTF(effect.getClass().getSimpleName());
    switch (effect) {
      case CountingEffect.Each each -> {
        out.writeUTF(each.unit().name());
        RulesCodec.write(each.codes(), out);
        out.writeBoolean(each.victimless());
      }
      case CountingEffect.FinishedIncident _, CountingEffect.PrincipalCrime _ -> {}
      case CountingEffect.InAddition beside -> RulesCodec.write(beside.codes(), out);
      case CountingEffect.PartOf part -> {
        RulesCodec.write(part.codes(), out);
        RulesCodec.write(part.of(), out);
      }
      case CountingEffect.GoesOn on -> {
        RulesCodec.write(on.codes(), out);
        out.writeInt(on.months());
      }
      case CountingEffect.UndefinedOffenders undefined -> RulesCodec.write(undefined.codes(), out);
      case CountingEffect.Apart apart -> grounds(apart.grounds(), out);
      case CountingEffect.RecordWithin within -> out.writeInt(within.hours());
      case CountingEffect.Removal removal -> grounds(removal.grounds(), out);
    }
  }

  private static void grounds(List<CrimeGround> grounds, DataOutputStream out) throws IOException {
    out.writeInt(grounds.size());
    for (CrimeGround ground : grounds) {
      out.writeUTF(ground.code());
      out.writeUTF(ground.title());
      RulesCodec.write(ground.only(), out);
      RulesCodec.write(ground.never(), out);
      RulesCodec.write(ground.registrar(), out);
      out.writeBoolean(ground.reference());
      out.writeBoolean(ground.victimTold());
    }
  }

  static List<CountingRule> read(DataInputStream in) throws IOException {
    List<CountingRule> rules = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      rules.add(
          new CountingRule(
              in.readUTF(),
              in.readUTF(),
              LocalDate.parse(in.readUTF()),
              in.readUTF(),
              in.readUTF(),
              effect(in),
              List.of(),
              NOWHERE));
    }
    return rules;
  }

  private static CountingEffect effect(DataInputStream in) throws IOException {
    String kind = in.readUTF();
    return switch (kind) {
      case "Each" ->
          new CountingEffect.Each(
              CountingEffect.Unit.valueOf(in.readUTF()), codes(in), in.readBoolean());
      case "FinishedIncident" -> new CountingEffect.FinishedIncident();
      case "PrincipalCrime" -> new CountingEffect.PrincipalCrime();
      case "InAddition" -> new CountingEffect.InAddition(codes(in));
      case "PartOf" -> new CountingEffect.PartOf(codes(in), codes(in));
      case "GoesOn" -> new CountingEffect.GoesOn(codes(in), in.readInt());
      case "UndefinedOffenders" -> new CountingEffect.UndefinedOffenders(codes(in));
      case "Apart" -> new CountingEffect.Apart(grounds(in));
      case "RecordWithin" -> new CountingEffect.RecordWithin(in.readInt());
      case "Removal" -> new CountingEffect.Removal(grounds(in));
      default -> throw new IOException("there is no counting rule of the kind " + kind);
    };
  }

  private static List<CrimeGround> grounds(DataInputStream in) throws IOException {
    List<CrimeGround> grounds = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      grounds.add(
          new CrimeGround(
              in.readUTF(),
              in.readUTF(),
              codes(in),
              codes(in),
              codes(in),
              in.readBoolean(),
              in.readBoolean()));
    }
    return grounds;
  }

  private static Set<String> codes(DataInputStream in) throws IOException {
    return new HashSet<>(RulesCodec.texts(in));
  }
}

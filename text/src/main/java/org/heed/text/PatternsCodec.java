package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heed.rulebook.HubKind;
import org.heed.rulebook.PatternRule;
import org.heed.rulebook.PatternRules;
import org.heed.rulebook.Where;

/** What is looked for across reports, as a compiled rulebook holds it. */
final class PatternsCodec {
  private static final Where NOWHERE = new Where("", 0);

  private PatternsCodec() {}

  static void write(PatternRules rules, DataOutputStream out) throws IOException {
    out.writeInt(rules.years());
    out.writeInt(rules.fewest());
    out.writeInt(rules.most());
    out.writeInt(rules.wrongInHundred());
    out.writeInt(rules.followed());
    out.writeInt(rules.patterns().size());
    for (PatternRule pattern : rules.patterns()) {
      out.writeUTF(pattern.id());
      out.writeUTF(pattern.version());
      out.writeUTF(pattern.says());
      out.writeUTF(pattern.source());
      out.writeInt(pattern.least());
      out.writeInt(pattern.days());
    }
    out.writeInt(rules.hubs().size());
    for (HubKind hub : rules.hubs()) {
      out.writeUTF(hub.id());
      out.writeUTF(hub.title());
      out.writeUTF(hub.source());
      RulesCodec.write(hub.ends(), out);
      RulesCodec.write(hub.unless(), out);
    }
  }

  static PatternRules read(DataInputStream in) throws IOException {
    int years = in.readInt();
    int fewest = in.readInt();
    int most = in.readInt();
    int wrongInHundred = in.readInt();
    int followed = in.readInt();
    List<PatternRule> patterns = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      patterns.add(
          new PatternRule(
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readInt(),
              in.readInt(),
              NOWHERE));
    }
    List<HubKind> hubs = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      hubs.add(
          new HubKind(
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              RulesCodec.texts(in),
              RulesCodec.texts(in),
              NOWHERE));
    }
    return new PatternRules(years, fewest, most, wrongInHundred, followed, patterns, hubs);
  }
}

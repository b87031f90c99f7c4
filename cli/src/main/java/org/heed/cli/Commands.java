package org.heed.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.heed.cli.figures.StatsCommand;
import org.heed.cli.linking.LinkCommand;
import org.heed.cli.reading.ContextCommand;
import org.heed.cli.reading.ReadCommand;
import org.heed.cli.reading.RulebookCommand;
import org.heed.cli.record.AccountCommand;
import org.heed.cli.record.DemoCommand;
import org.heed.cli.record.ExportCommand;
import org.heed.cli.record.FiguresCommand;
import org.heed.cli.record.ImportCommand;
import org.heed.cli.record.RecountCommand;
import org.heed.cli.record.RereadCommand;
import org.heed.cli.record.ServeCommand;
import org.heed.cli.record.VerifyCommand;
import org.heed.cli.simulate.Simulate;
import picocli.CommandLine;

/**
 * Every command of Heed, in the order in which help shows them: the one place where a command is
 * registered. Only the command asked for is made, since looking at all of them costs more time than
 * reading a small file does.
 */
final class Commands {
  private static final Map<String, Supplier<Object>> ALL = all();

  private Commands() {}

  private static Map<String, Supplier<Object>> all() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("demo", DemoCommand::new);
    commands.put("serve", ServeCommand::new);
    commands.put("account", AccountCommand::new);
    commands.put("simulate", Simulate::new);
    commands.put("import", ImportCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("bench", Bench::new);
    commands.put("check", Check::new);
    commands.put("read", ReadCommand::new);
    commands.put("context", ContextCommand::new);
    commands.put("link", LinkCommand::new);
    commands.put("rulebook", RulebookCommand::new);
    commands.put("reread", RereadCommand::new);
    commands.put("recount", RecountCommand::new);
    commands.put("figures", FiguresCommand::new);
    commands.put("stats", StatsCommand::new);
    return commands;
  }

  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /** The command line for these arguments: one command when they name one, else all of them. */
  static CommandLine lineFor(String... args) {
    CommandLine line = new CommandLine(new Heed());
    Supplier<Object> one = args.length == 0 ? null : ALL.get(args[0]);
    if (one == null) {
      ALL.forEach((name, make) -> line.addSubcommand(name, make.get()));
    } else {
      line.addSubcommand(args[0], one.get());
    }
    return line;
  }

  /**
   * The arguments that are parsed: an unknown command alone, so that what follows it is not taken
   * for another command.
   */
  static String[] parsed(String... args) {
    boolean known = args.length == 0 || args[0].startsWith("-") || ALL.containsKey(args[0]);
    return known ? args : new String[] {args[0]};
  }
}

package org.heed.cli.linking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.heed.cli.CommandFailure;
import org.heed.cli.InputFile;
import org.heed.cli.OutputFile;
import org.heed.cli.Progress;
import org.heed.linkage.Clashes;
import org.heed.linkage.LinkFailure;
import org.heed.linkage.LinkListener;
import org.heed.linkage.Linkage;
import org.heed.linkage.Linker;
import org.heed.linkage.Model;
import org.heed.linkage.PassAccount;
import org.heed.linkage.Records;
import org.heed.linkage.Settings;
import org.heed.linkage.file.LinkFiles;
import org.heed.linkage.file.Mapping;
import org.heed.linkage.file.MappingFile;
import org.heed.linkage.file.ModelFile;
import org.heed.linkage.file.RecordFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code heed link}: which records are of one person. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Finds which records (CSV or Parquet) are of one person, within a file or across two.",
      "Nothing is merged: what comes out are proposals with their weights."
    })
public final class LinkCommand implements Callable<Integer> {
  private static final int BUFFER = 1 << 16;

  @Option(
      names = "--in",
      paramLabel = "FILE",
      required = true,
      description = "Records, in CSV or Parquet; - is standard input.")
  private String in = "-";

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description = "Records of a second file, to be linked with the first's.")
  private @Nullable String with;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      required = true,
      description = "YAML that says which column holds what.")
  private String mapping = "";

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description = "Where to write pairs (id_a,id_b,probability,weight); - is standard output.")
  private @Nullable String pairs;

  @Option(
      names = "--clusters",
      paramLabel = "FILE",
      description =
          "Where to write clusters (cluster,id); - is standard output, and the default where"
              + " nothing else is asked for.")
  private @Nullable String clusters;

  @Option(
      names = "--threshold",
      paramLabel = "P",
      defaultValue = "" + Settings.THRESHOLD,
      description = "The probability from which a pair counts (${DEFAULT-VALUE}).")
  private double threshold;

  @Option(
      names = "--explain",
      paramLabel = "ID",
      arity = "2",
      description = "Two ids: prints what their weight is made of, as JSON.")
  private List<String> explain = new ArrayList<>();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Weights learnt before, Heed's or Splink's JSON, in place of learning them.")
  private @Nullable String model;

  @Option(
      names = "--save-model",
      paramLabel = "FILE",
      description = "Where to write the weights, as JSON.")
  private @Nullable String saveModel;

  @Option(
      names = "--account",
      description =
          "Says on standard error what each blocking pass added, and how many clusters hold what"
              + " one person cannot have two of.")
  private boolean account;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    check();
    try {
      link();
      return 0;
    } catch (LinkFailure e) {
      throw new CommandFailure(Objects.requireNonNull(e.getMessage()), e);
    }
  }

  private void check() {
    if (!(threshold > 0 && threshold < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--threshold is a probability between 0 and 1, such as 0.9");
    }
    if (Stream.of(in, mapping, with == null ? "" : with, model == null ? "" : model)
            .filter("-"::equals)
            .count()
        > 1) {
      throw new ParameterException(
          spec.commandLine(),
          "standard input can be one of --in, --with, --mapping and --model only");
    }
    if (explain.isEmpty() && pairs == null && clusters == null && saveModel == null) {
      clusters = "-";
    }
    long printed = Stream.of(pairs, clusters, saveModel).filter("-"::equals).count();
    if (printed + (explain.isEmpty() ? 0 : 1) > 1) {
      throw new ParameterException(
          spec.commandLine(),
          "standard output can be one of --pairs, --clusters, --save-model and --explain only");
    }
  }

  private void link() throws IOException {
    Mapping columns = mapping();
    Records records = RecordFiles.read(columns, source(in), with == null ? null : source(with));
    int[] asked = explain.isEmpty() ? new int[0] : asked(records);
    Linkage linkage = link(records, given(columns));
    if (pairs != null) {
      try (Writer out = writer(pairs)) {
        LinkFiles.writePairs(linkage, out);
      }
    }
    if (clusters != null) {
      try (Writer out = writer(clusters)) {
        LinkFiles.writeClusters(linkage, out);
      }
    }
    if (saveModel != null) {
      try (Writer out = writer(saveModel)) {
        out.write(ModelFile.write(linkage.model()));
      }
    }
    if (asked.length == 2) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          LinkFiles.json(
              records.id(asked[0]), records.id(asked[1]), linkage.explain(asked[0], asked[1])));
      out.flush();
    }
    if (account) {
      tell(linkage);
    }
  }

  private Linkage link(Records records, @Nullable Model given) {
    try (Progress progress = Progress.of("pairs", -1)) {
      LinkListener listener =
          (done, total) -> progress.at(done, total == 0 ? 1 : (double) done / total);
      return Linker.link(records, new Settings(threshold, given), listener);
    }
  }

  private Mapping mapping() throws IOException {
    try (InputStream stream = new InputFile(mapping).open()) {
      return MappingFile.read(named(mapping), new String(stream.readAllBytes(), UTF_8));
    }
  }

  private @Nullable Model given(Mapping columns) throws IOException {
    if (model == null) {
      return null;
    }
    try (InputStream stream = new InputFile(model).open()) {
      return ModelFile.read(
          named(model), new String(stream.readAllBytes(), UTF_8), columns.layout());
    }
  }

  private int[] asked(Records records) {
    int[] asked = {-1, -1};
    for (int record = 0; record < records.size(); record++) {
      boolean second = records.isTwoFiles() && record >= records.firsts();
      if (!second && records.id(record).equals(explain.get(0).strip())) {
        asked[0] = record;
      }
      if ((second || !records.isTwoFiles()) && records.id(record).equals(explain.get(1).strip())) {
        asked[1] = record;
      }
    }
    for (int i = 0; i < 2; i++) {
      if (asked[i] < 0) {
        String file = i == 0 || with == null ? in : with;
        throw new CommandFailure(
            "--explain: "
                + named(file)
                + " has no record with the id given "
                + (i == 0 ? "first" : "second")
                + "; ids are compared as they stand there, but for blanks around them");
      }
    }
    return asked;
  }

  private void tell(Linkage linkage) {
    PrintWriter err = spec.commandLine().getErr();
    for (PassAccount pass : linkage.account()) {
      err.println(
          String.format(
              Locale.ROOT,
              "%-44s %,12d new pairs, %,10.0f of one person expected",
              pass.name(),
              pass.pairs(),
              pass.expected()));
    }
    err.println(
        String.format(
            Locale.ROOT,
            "%,d records, %,d pairs scored",
            linkage.records().size(),
            linkage.scored()));
    Clashes clashes = linkage.clashes();
    err.println(
        String.format(
            Locale.ROOT,
            "of the clusters %,d hold different sexes, %,d dates of birth over two years apart and"
                + " %,d different identifiers: look at these first",
            clashes.bySex(),
            clashes.byBirth(),
            clashes.byIdentifier()));
    err.flush();
  }

  private static String named(String file) {
    return file.equals("-") ? "standard input" : file;
  }

  private static RecordFiles.Source source(String file) {
    return new RecordFiles.Source() {
      @Override
      public String name() {
        return named(file);
      }

      @Override
      public InputStream open() throws IOException {
        return new InputFile(file).open();
      }
    };
  }

  private static Writer writer(String file) throws IOException {
    return new BufferedWriter(new OutputStreamWriter(new OutputFile(file).open(), UTF_8), BUFFER);
  }
}

package dev.flor.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.Flor;
import dev.flor.journal.JournalReader;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.Value;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** What a version of the digits logged when it was compiled and run to its end in a process of its own. */
record TrainedVersion(SortedMap<String, Value> args, SortedMap<String, List<Value>> values) {
  private static final Pattern MAIN = Pattern.compile("(?m)^main = \"(.*)\"$");

  private static final String DIRECTORY = "-Dflor.dir=";

  static TrainedVersion train(Path tree) throws Exception {
    return train(tree, "-Dflor.checkpoint=never");
  }

  /** With these options of the JVM; {@code -Dflor.dir=} if the run is to be kept elsewhere. */
  static TrainedVersion train(Path tree, String... options) throws Exception {
    Path classes = tree.resolve("out");
    compile(tree, classes);
    run(tree, classes, List.of(options));
    return read(List.of(options).stream()
        .filter(option -> option.startsWith(DIRECTORY))
        .map(option -> Path.of(option.substring(DIRECTORY.length())))
        .findFirst()
        .orElse(tree.resolve(".flor")));
  }

  List<Double> doubles(String name) {
    return values.getOrDefault(name, List.of()).stream().map(Value::asDouble).toList();
  }

  double last(String name) {
    List<Double> all = doubles(name);
    return all.get(all.size() - 1);
  }

  private static void compile(Path tree, Path classes) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("-Werror", "-cp", runtime().toString(), "-d", classes.toString()));
    try (Stream<Path> walk = Files.walk(tree.resolve("src"))) {
      walk.filter(Files::isRegularFile).sorted().map(Path::toString).forEach(arguments::add);
    }
    int code = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(code).as("javac in " + tree).isZero();
  }

  private static void run(Path tree, Path classes, List<String> options) throws Exception {
    Matcher main = MAIN.matcher(Files.readString(tree.resolve("flor.toml")));
    assertThat(main.find()).isTrue();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dflor.dir=" + tree.resolve(".flor"));
    command.addAll(options); // the last of two counts
    command.addAll(List.of(
        "-Dflor.snapshot=false",
        "-cp",
        classes + System.getProperty("path.separator") + runtime(),
        main.group(1)));
    Process process = new ProcessBuilder(command)
        .directory(tree.toFile())
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static TrainedVersion read(Path flor) throws IOException {
    TrainedVersion version = new TrainedVersion(new TreeMap<>(), new TreeMap<>());
    List<RunDirectory> runs = RunDirectory.all(flor);
    assertThat(runs).hasSize(1);
    JournalReader.read(runs.get(0).journal(), 0, new JournalVisitor() {
      @Override
      public void arg(String name, Value value) {
        version.args.put(name, value);
      }

      @Override
      public void value(int context, String name, int ordinal, Value value) {
        version.values.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
      }
    });
    return version;
  }

  private static Path runtime() throws URISyntaxException {
    return Path.of(
        Flor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}

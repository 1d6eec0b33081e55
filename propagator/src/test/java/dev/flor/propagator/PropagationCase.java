package dev.flor.propagator;

import dev.flor.testdata.CaseFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A case of testdata/cases/propagation: what is carried, where to, and what is to come of it. */
final class PropagationCase {
  /** What a section that is only part of a method is put into. */
  private static final String HEAD =
      "import dev.flor.Flor;\n\nclass Case {\n  void run() throws Exception {\n";

  private static final String TAIL = "  }\n}\n";
  private static final int HEAD_LINES = 4;
  private static final Pattern WHOLE = Pattern.compile(
      "(?m)^\uFEFF?(package|import|public|abstract|final class|class|interface|enum|record|sealed|@interface|void main)\\b");

  private final CaseFile file;
  private final JavacCheck check;

  PropagationCase(CaseFile file) {
    this.file = file;
    this.check = new JavacCheck(latest());
  }

  CaseFile file() {
    return file;
  }

  JavacCheck check() {
    return check;
  }

  SourceTree latest() {
    return SourceTree.of(files("latest"));
  }

  /** With the option {@code padding: N}, each file ends in a comment of N characters. */
  SourceTree older() {
    int padding = Integer.parseInt(file.option("padding").orElse("0"));
    SortedMap<String, String> files = files("older");
    files.replaceAll((path, text) -> padding == 0 ? text : text + "// " + "x".repeat(padding));
    return SourceTree.of(files);
  }

  /** The older tree with the files in place that the case expects to be changed. */
  SortedMap<String, String> expected() {
    SortedMap<String, String> expected = new TreeMap<>();
    older().files().forEach(path -> expected.put(path, older().read(path).orElseThrow()));
    expected.putAll(files("expect"));
    return expected;
  }

  List<Probe> probes() {
    Optional<String> at = file.option("at");
    if (at.isEmpty()) {
      return Probes.findAll(latest(), patterns()).probes();
    }
    String path = at.get().substring(0, at.get().indexOf(':'));
    int line = Integer.parseInt(at.get().substring(path.length() + 1)) + shift();
    return List.of(Probes.at(latest(), path, line).orElseThrow());
  }

  /** With the option {@code statements: SETS}, those of other sets, too. */
  private StatementPatterns patterns() {
    List<String> sets = new ArrayList<>(List.of(StatementPatterns.FLOR));
    file.option("statements").ifPresent(named -> sets.addAll(List.of(named.split(",\\s*"))));
    return StatementPatterns.of(sets, new TreeMap<>());
  }

  Propagation carry(SourceTree onto) {
    return new Propagator(check).carry(probes(), latest(), onto);
  }

  /** The lines of {@code refused}: name, reason, place and a part of the detail. */
  List<String> refusals() {
    return lines("refused");
  }

  /** Lines that the report is to contain. */
  List<String> remarks() {
    return lines("report");
  }

  /** Lines of the wrapping that come before the snippet's. */
  int shift() {
    return file.sections().containsKey("older") && !whole(file.sections().get("older"))
        ? HEAD_LINES
        : 0;
  }

  private List<String> lines(String section) {
    return file.sections()
        .getOrDefault(section, "")
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  private SortedMap<String, String> files(String part) {
    SortedMap<String, String> files = new TreeMap<>();
    String end = file.option("line-endings").orElse("lf").equals("crlf") ? "\r\n" : "\n";
    file.files(part, "Case.java")
        .forEach((path, text) -> files.put(
            path,
            whole(text) || !file.sections().containsKey(part)
                ? text
                : (HEAD + text.replace("\r\n", "\n") + TAIL).replace("\n", end)));
    return files;
  }

  private static boolean whole(String text) {
    return WHOLE.matcher(text).find();
  }

  @Override
  public String toString() {
    return file.name();
  }
}

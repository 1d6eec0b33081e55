package dev.flor.cli.propagate;

import dev.flor.cli.io.Outputs;
import dev.flor.propagator.Placement;
import dev.flor.replay.propagation.VersionPropagation;
import java.nio.file.Path;

/** A report as JUnit writes it, which every CI server reads: a suite for each version, a case for each statement. */
final class JUnitReport implements VersionSink {
  private final Path file;
  private final StringBuilder suites = new StringBuilder();
  private int tests;
  private int failures;

  JUnitReport(Path file) {
    this.file = file;
  }

  @Override
  public void take(VersionPropagation each) {
    StringBuilder cases = new StringBuilder();
    int failed = 0;
    for (Placement placement : each.propagation().placements()) {
      cases
          .append("    <testcase classname=\"")
          .append(escaped(placement.probe().file()))
          .append("\" name=\"")
          .append(escaped(PlacementReport.subject(placement.probe())))
          .append("\"");
      if (placement instanceof Placement.Refused no) {
        failed++;
        cases
            .append(">\n      <failure type=\"")
            .append(no.reason().id())
            .append("\" message=\"")
            .append(escaped(PlacementReport.line(placement)))
            .append("\"/>\n    </testcase>\n");
      } else {
        cases
            .append(">\n      <system-out>")
            .append(escaped(PlacementReport.line(placement)))
            .append("</system-out>\n    </testcase>\n");
      }
    }
    int many = each.propagation().placements().size();
    suites
        .append("  <testsuite name=\"")
        .append(escaped(each.version().abbreviated() + " " + each.version().subject()))
        .append(
            "\" tests=\"" + many + "\" failures=\"" + failed + "\" errors=\"0\" skipped=\"0\">\n")
        .append(cases)
        .append("  </testsuite>\n");
    tests += many;
    failures += failed;
  }

  @Override
  public void finish() {
    Outputs.write(
        file,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"flor propagate\" tests=\""
            + tests + "\" failures=\"" + failures + "\">\n" + suites + "</testsuites>\n");
  }

  /** XML has no way to write most control characters. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\n', '\t', '\r' -> escaped.append(' ');
        default ->
          escaped.appendCodePoint(
              c < ' ' || c == 0xfffe || c == 0xffff || (c >= 0xd800 && c <= 0xdfff) ? '\ufffd' : c);
      }
    });
    return escaped.toString();
  }
}

package dev.flor.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** M1: statements carried across refactorings that were applied mechanically to real files, so that the place is known. */
final class Metamorphic implements Row {
  private static final String EACH = "52";
  private static final double MOST_WRONG = 0.5;
  private static final Pattern SUMMARY = Pattern.compile("Of (\\d+): ([0-9.]+) % wrong.*");

  @Override
  public String id() {
    return "M1";
  }

  @Override
  public String title() {
    return "known refactorings of real files";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    List<String> lines =
        TestProgram.run(lab, "dev.flor.propagator.metamorphic.MetamorphicRun", EACH);
    String summary = lines.stream()
        .filter(line -> SUMMARY.matcher(line).matches())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no summary in the table"));
    Matcher found = SUMMARY.matcher(summary);
    found.matches();
    List<String> page = new ArrayList<>(notes());
    page.addAll(lines);
    boolean pass = Integer.parseInt(found.group(1)) >= 5_000
        && Double.parseDouble(found.group(2)) < MOST_WRONG;
    return new Verdict(
        page, pass, found.group(2) + " % wrong of " + found.group(1), "< 0.5 % of 5,000 or more");
  }

  private static List<String> notes() {
    return List.of(
        "Files: sources of javaparser-core 3.28.2, jsoup 1.17.2, httpclient5 5.3.1, up to 30,000 characters, each beside up to six others of its package.",
        "Two of three statements are a `Flor.log` of our own, put into a gap drawn at random, with up to two variables that can be seen there; the others",
        "are calls that the file has once, taken out of the older version. The refactoring takes the statement along: that is the truth.",
        "",
        "- *older* has the refactoring (the latest version is the file as it is), or *latest* has it (the older version is the file as it is).",
        "- Right: the right file, member and block, the right neighbours, and the very text that the refactoring makes of the statement; nothing else came along.",
        "- Log statements, and statements that only one version has, do not count as neighbours: on which side of one the place is cannot be told.",
        "- Not made, since the truth cannot be told: a statement at the edge of what is wrapped, extracted or inlined (before the first",
        "  statement of a new block is as good as before the block), and one that is alone in what is unwrapped; a method put where its fields'",
        "  names mean other variables, and one moved to another file where some file has the statement already.",
        "- Refusals are never counted as right.",
        "");
  }
}

package dev.flor.cli.project;

import dev.flor.history.VersionTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a first look at a project's files tells.
 *
 * @param tool what builds it
 * @param mains classes that seem to be programs
 */
record ProjectSurvey(String tool, List<String> mains) {
  private static final Pattern MAIN =
      Pattern.compile("static\\s+(?:final\\s+)?void\\s+main\\s*\\(");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  static ProjectSurvey of(VersionTree tree) {
    List<String> mains = new ArrayList<>();
    for (String path : tree.files()) {
      if (path.endsWith(".java") && !path.contains("/test/")) {
        String text = new String(tree.read(path), StandardCharsets.ISO_8859_1);
        if (MAIN.matcher(text).find()) {
          mains.add(className(path, text));
        }
      }
    }
    return new ProjectSurvey(tool(tree), List.copyOf(mains));
  }

  private static String tool(VersionTree tree) {
    if (tree.files().contains("pom.xml")) {
      return "maven";
    }
    boolean gradle = tree.files().stream().anyMatch(path -> path.startsWith("build.gradle"));
    return gradle ? "gradle" : "javac";
  }

  private static String className(String path, String text) {
    String simple = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    Matcher named = PACKAGE.matcher(text);
    return named.find() ? named.group(1) + "." + simple : simple;
  }

  /** A flor.toml to start from: every key, with its default, as a comment. */
  String config() {
    String main = mains.size() == 1
        ? "main = \"" + mains.get(0) + "\""
        : "# main = \"" + (mains.isEmpty() ? "com.example.Train" : mains.get(0)) + "\"";
    return """
        # How flor builds and runs this project, and each of its past versions.
        # A version's own flor.toml counts for it; one from before this file, today's.

        [build]
        # tool = "%s"               # javac, maven or gradle; default: by the build file
        # sources = ["src/main/java"]   # default: src/main/java if there, else src, else .
        # classpath = ["lib/*.jar"]
        # options = []                  # further options of the tool

        [run]
        %s
        # args = []
        # data = ["data"]               # folders that git ignores and the program reads
        # jvm = ["-XX:+UseSerialGC"]    # options of the Java virtual machine
        # directory = "."               # the working directory

        [checkpoint]
        # policy = "adaptive"           # adaptive, always or never

        [replay]
        # timeout = "10m"
        # memory = "1g"
        # environment = ["CUDA_*"]      # variables that a replayed program may know

        [gc]                            # what flor gc keeps
        # checkpoint-age = "90d"        # also checkpoint-count, checkpoint-size = "10g", and the same of builds
        # build-age = "30d"
        # keep = []                     # runs that keep their checkpoints

        [store]
        # url = "jdbc:postgresql://host/database"   # a team's, for flor store push and flor sql --team

        [statements]                    # sets for flor propagate --statements
        # metrics = ["Metrics.record(*)"]
        """.formatted(tool, main);
  }
}

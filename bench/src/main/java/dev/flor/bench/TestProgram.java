package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program that is among the tests of the propagator, since it knows the parser, which nothing here may. */
final class TestProgram {
  private TestProgram() {}

  /** What it writes to the file that is its first argument. */
  static List<String> run(Lab lab, String program, String... arguments) throws IOException {
    Path classPath = lab.scratch().resolve("class-path.txt");
    lab.time(
        lab.repository(),
        List.of(
            "./mvnw",
            "-q",
            "-pl",
            "propagator",
            "-am",
            "test-compile",
            "dependency:build-classpath",
            "-Dmdep.includeScope=test",
            "-Dmdep.outputFile=" + classPath));
    Path target = lab.repository().resolve("propagator/target");
    String path = String.join(
        System.getProperty("path.separator"),
        target.resolve("test-classes").toString(),
        target.resolve("classes").toString(),
        Files.readString(classPath).strip());
    Path table = lab.scratch().resolve("table.md");
    List<String> command = new ArrayList<>(List.of(
        lab.java().toString(),
        "-Xmx2g",
        "-XX:+UseSerialGC",
        "-cp",
        path,
        program,
        table.toString()));
    command.addAll(List.of(arguments));
    lab.time(lab.repository(), command);
    return Files.readAllLines(table);
  }
}

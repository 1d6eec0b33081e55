package dev.flor.replay.build;

import dev.flor.history.VersionTree;
import dev.flor.replay.project.ProjectConfig;
import java.util.Locale;

/** What makes classes of a version's sources. */
public enum BuildTool {
  JAVAC,
  MAVEN,
  GRADLE;

  /** The configured one; else, unless source folders are configured, the one whose build file is at the top of the tree. */
  public static BuildTool of(ProjectConfig.Build build, VersionTree tree) {
    if (build.tool().isPresent()) {
      return valueOf(build.tool().get().toUpperCase(Locale.ROOT));
    }
    if (!build.sources().isEmpty()) {
      return JAVAC;
    }
    if (tree.id("pom.xml").isPresent()) {
      return MAVEN;
    }
    boolean gradle = tree.files().stream().anyMatch(BuildTool::isGradle);
    return gradle ? GRADLE : JAVAC;
  }

  private static boolean isGradle(String path) {
    return path.indexOf('/') < 0
        && (path.startsWith("build.gradle") || path.startsWith("settings.gradle"));
  }

  /** Whether what this tool says of a tree may depend on the file. */
  public boolean reads(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return switch (this) {
      case JAVAC -> false;
      case MAVEN -> name.equals("pom.xml") || path.startsWith(".mvn/") || name.equals("mvnw");
      case GRADLE ->
        name.contains(".gradle")
            || name.equals("gradle.properties")
            || path.startsWith("gradle/")
            || path.startsWith("buildSrc/")
            || name.equals("gradlew")
            || name.equals("module-info.java");
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

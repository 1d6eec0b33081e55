package dev.flor.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What the compiler plugin of a module would tell javac. */
final class CompilerSettings {
  private static final String PLUGIN = "org.apache.maven.plugins:maven-compiler-plugin";

  /** What is passed on, or changes no class. All else is left to Maven. */
  private static final Set<String> UNDERSTOOD = Set.of(
      "source",
      "target",
      "release",
      "encoding",
      "parameters",
      "enablePreview",
      "compilerArgs",
      "compilerArgument",
      "proc",
      "debug",
      "debuglevel",
      "optimize",
      "showWarnings",
      "showDeprecation",
      "failOnWarning",
      "failOnError",
      "verbose",
      "maxmem",
      "meminitial",
      "fork",
      "staleMillis",
      "useIncrementalCompilation",
      "forceJavacCompilerUse",
      "createMissingPackageInfoClass",
      "skip",
      "testSource",
      "testTarget",
      "testRelease",
      "testExcludes",
      "testIncludes",
      "testCompilerArgument");

  private static final int ASKS_FOR_PROCESSORS = 23;

  private final MavenSession session;
  private final MavenProject project;
  private final List<Xpp3Dom> configurations = new ArrayList<>();

  CompilerSettings(MavenSession session, MavenProject project) {
    this.session = session;
    this.project = project;
    Plugin plugin = project.getPlugin(PLUGIN);
    if (plugin != null) {
      plugin.getExecutions().stream()
          .filter(execution -> execution.getId().equals("default-compile"))
          .map(PluginExecution::getConfiguration)
          .forEach(this::add);
      add(plugin.getConfiguration());
    }
  }

  /** From JDK 23 on javac runs the processors on the class path only if it is told to: versions of before rely on it. */
  static void runProcessors(MavenProject project) {
    Plugin plugin = project.getPlugin(PLUGIN);
    if (plugin == null || Runtime.version().feature() < ASKS_FOR_PROCESSORS) {
      return;
    }
    List<ConfigurationContainer> containers = new ArrayList<>(plugin.getExecutions());
    containers.add(plugin);
    for (ConfigurationContainer container : containers) {
      Xpp3Dom configuration = container.getConfiguration() instanceof Xpp3Dom
          ? (Xpp3Dom) container.getConfiguration()
          : new Xpp3Dom("configuration");
      if (configuration.getChild("proc") == null
          && !project.getProperties().containsKey("maven.compiler.proc")) {
        Xpp3Dom proc = new Xpp3Dom("proc");
        proc.setValue("full");
        configuration.addChild(proc);
        container.setConfiguration(configuration);
      }
    }
  }

  private void add(Object configuration) {
    if (configuration instanceof Xpp3Dom) {
      configurations.add((Xpp3Dom) configuration);
    }
  }

  String encoding() {
    return setting("encoding", "encoding")
        .or(() -> property("project.build.sourceEncoding"))
        .orElse("UTF-8");
  }

  List<String> options() {
    List<String> options = new ArrayList<>();
    Optional<String> release = setting("release", "maven.compiler.release");
    if (release.isPresent()) {
      options.addAll(List.of("--release", release.get()));
    } else {
      setting("source", "maven.compiler.source")
          .ifPresent(level -> options.addAll(List.of("-source", level)));
      setting("target", "maven.compiler.target")
          .ifPresent(level -> options.addAll(List.of("-target", level)));
    }
    if (isSet("parameters", "maven.compiler.parameters")) {
      options.add("-parameters");
    }
    if (isSet("enablePreview", "maven.compiler.enablePreview")) {
      options.add("--enable-preview");
    }
    for (String argument : arguments()) {
      if (!argument.startsWith("-Xlint") && !argument.equals("-Werror")) {
        options.add(argument);
      }
    }
    return options;
  }

  /** Unless it is switched off, javac looks for annotation processors on the class path. */
  boolean runsProcessors() {
    return !setting("proc", "maven.compiler.proc").filter("none"::equals).isPresent()
        && !arguments().contains("-proc:none");
  }

  /** A setting that only Maven's plugin knows how to follow. */
  Optional<String> notUnderstood() {
    for (Xpp3Dom configuration : configurations) {
      for (Xpp3Dom child : configuration.getChildren()) {
        boolean none = child.getChildCount() == 0 && child.getValue() == null;
        if (!UNDERSTOOD.contains(child.getName()) && !none) {
          return Optional.of("the compiler plugin's " + child.getName());
        }
      }
    }
    return arguments().stream()
        .filter(one -> one.startsWith("-processor") || one.startsWith("-Xplugin"))
        .findFirst()
        .map(one -> "the compiler's " + one);
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    for (Xpp3Dom configuration : configurations) {
      Xpp3Dom several = configuration.getChild("compilerArgs");
      if (several != null) {
        for (Xpp3Dom one : several.getChildren()) {
          arguments.add(one.getValue());
        }
      }
      Xpp3Dom single = configuration.getChild("compilerArgument");
      if (single != null && single.getValue() != null) {
        arguments.add(single.getValue());
      }
      if (!arguments.isEmpty()) {
        break; // an execution's configuration holds the plugin's already
      }
    }
    return arguments;
  }

  private boolean isSet(String name, String property) {
    return setting(name, property).filter("true"::equals).isPresent();
  }

  private Optional<String> setting(String name, String property) {
    for (Xpp3Dom configuration : configurations) {
      Xpp3Dom child = configuration.getChild(name);
      if (child != null && child.getValue() != null && !child.getValue().isBlank()) {
        return Optional.of(child.getValue().strip());
      }
    }
    return property(property);
  }

  private Optional<String> property(String name) {
    String given = session.getUserProperties().getProperty(name);
    return Optional.ofNullable(given == null ? project.getProperties().getProperty(name) : given)
        .filter(value -> !value.isBlank())
        .map(String::strip);
  }
}

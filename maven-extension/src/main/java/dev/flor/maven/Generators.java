package dev.flor.maven;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.InvalidPluginDescriptorException;
import org.apache.maven.plugin.MojoNotFoundException;
import org.apache.maven.plugin.PluginDescriptorParsingException;
import org.apache.maven.plugin.PluginNotFoundException;
import org.apache.maven.plugin.PluginResolutionException;
import org.apache.maven.project.MavenProject;

/** Finds what takes part in making the classes of a module beside the compiler: only Maven can do that. */
final class Generators {
  private static final Set<String> PHASES = Set.of(
      "initialize",
      "generate-sources",
      "process-sources",
      "generate-resources",
      "process-resources",
      "compile",
      "process-classes");

  /** These check, measure, pack or publish, whatever phase they are bound to. */
  private static final Set<String> HARMLESS = Set.of(
      "maven-clean-plugin",
      "maven-enforcer-plugin",
      "maven-surefire-plugin",
      "maven-failsafe-plugin",
      "maven-jar-plugin",
      "maven-source-plugin",
      "maven-javadoc-plugin",
      "maven-install-plugin",
      "maven-deploy-plugin",
      "maven-site-plugin",
      "maven-gpg-plugin",
      "maven-release-plugin",
      "maven-assembly-plugin",
      "maven-shade-plugin",
      "maven-checkstyle-plugin",
      "maven-pmd-plugin",
      "spotbugs-maven-plugin",
      "jacoco-maven-plugin",
      "spotless-maven-plugin",
      "apache-rat-plugin",
      "license-maven-plugin",
      "versions-maven-plugin");

  private static final Set<String> PACKAGINGS =
      Set.of("pom", "jar", "war", "ear", "ejb", "maven-plugin");

  private final MavenSession session;
  private final BuildPluginManager plugins;

  Generators(MavenSession session, BuildPluginManager plugins) {
    this.session = session;
    this.plugins = plugins;
  }

  /** Why this module is compiled by Maven alone; empty when a compiler is enough, as far as the plugins go. */
  Optional<String> of(MavenProject project) {
    if (!PACKAGINGS.contains(project.getPackaging())) {
      return Optional.of("packaging " + project.getPackaging());
    }
    for (Plugin plugin : project.getBuildPlugins()) {
      if (plugin.isExtensions()) {
        return Optional.of(plugin.getArtifactId() + " extends the build");
      }
      for (PluginExecution execution : plugin.getExecutions()) {
        for (String goal : execution.getGoals()) {
          if (!HARMLESS.contains(plugin.getArtifactId())
              && !isDefault(plugin, execution, goal)
              && PHASES.contains(phase(project, plugin, execution, goal))) {
            return Optional.of(plugin.getArtifactId() + ":" + goal);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isDefault(Plugin plugin, PluginExecution execution, String goal) {
    String is = plugin.getArtifactId() + ":" + goal + ":" + execution.getId();
    return List.of(
            "maven-compiler-plugin:compile:default-compile",
            "maven-resources-plugin:resources:default-resources",
            "maven-compiler-plugin:testCompile:default-testCompile",
            "maven-resources-plugin:testResources:default-testResources")
        .contains(is);
  }

  /** Where a goal says nothing that can be read, it may be any phase, and so one that counts. */
  private String phase(
      MavenProject project, Plugin plugin, PluginExecution execution, String goal) {
    if (execution.getPhase() != null) {
      return execution.getPhase();
    }
    try {
      String bound = plugins
          .getMojoDescriptor(
              plugin, goal, project.getRemotePluginRepositories(), session.getRepositorySession())
          .getPhase();
      return bound == null ? "" : bound;
    } catch (PluginNotFoundException
        | PluginResolutionException
        | PluginDescriptorParsingException
        | MojoNotFoundException
        | InvalidPluginDescriptorException e) {
      return "generate-sources";
    }
  }
}

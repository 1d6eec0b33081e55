package dev.flor.maven;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.graph.DependencyNode;

/** What a module is compiled and run with: jars, and other modules of the build by their names. */
final class Classpaths {
  static final String GROUP = "dev.flor";
  static final String RUNTIME = "flor-runtime";
  private static final Set<String> TO_COMPILE = Set.of("compile", "provided", "system");
  private static final Set<String> TO_RUN = Set.of("compile", "runtime", "system", "provided");

  private final MavenSession session;
  private final ProjectDependenciesResolver resolver;
  private final Map<String, String> modules = new HashMap<>();

  Classpaths(MavenSession session, ProjectDependenciesResolver resolver) {
    this.session = session;
    this.resolver = resolver;
    for (MavenProject project : session.getAllProjects()) {
      modules.put(
          key(project.getGroupId(), project.getArtifactId(), project.getVersion()), name(project));
    }
  }

  /** The two class paths of a module. */
  static final class Found {
    final List<String> compile = new ArrayList<>();
    final List<String> runtime = new ArrayList<>();
  }

  static String name(MavenProject project) {
    return project.getGroupId() + ":" + project.getArtifactId();
  }

  static boolean isRuntime(Dependency dependency) {
    return GROUP.equals(dependency.getGroupId()) && RUNTIME.equals(dependency.getArtifactId());
  }

  Found of(MavenProject project) throws MavenExecutionException {
    DefaultDependencyResolutionRequest request =
        new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
    DependencyFilter libraries = (node, parents) -> node.getDependency() == null
        || (!isOwn(node.getArtifact()) && TO_RUN.contains(node.getDependency().getScope()));
    request.setResolutionFilter(libraries);
    try {
      Found found = new Found();
      resolver
          .resolve(request)
          .getDependencyGraph()
          .getChildren()
          .forEach(child -> add(child, found));
      return found;
    } catch (DependencyResolutionException e) {
      throw new MavenExecutionException(e.getMessage(), e);
    }
  }

  /** Nearer ones first, as Maven has it: a node before what it needs. */
  private void add(DependencyNode node, Found found) {
    String scope = node.getDependency().getScope();
    Artifact artifact = node.getArtifact();
    String entry = modules.get(key(artifact));
    if (entry != null) {
      entry = ExtensionJar.MODULE + entry;
    } else if (artifact.getFile() != null) {
      entry = artifact.getFile().getAbsolutePath();
    }
    if (entry != null && TO_COMPILE.contains(scope) && !found.compile.contains(entry)) {
      found.compile.add(entry);
    }
    if (entry != null && TO_RUN.contains(scope) && !found.runtime.contains(entry)) {
      found.runtime.add(entry);
    }
    node.getChildren().forEach(child -> add(child, found));
  }

  /** A module of the build, or flor's runtime: neither has to be in a repository. */
  private boolean isOwn(Artifact artifact) {
    return modules.containsKey(key(artifact))
        || (GROUP.equals(artifact.getGroupId()) && RUNTIME.equals(artifact.getArtifactId()));
  }

  private static String key(Artifact artifact) {
    return key(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion());
  }

  private static String key(String group, String artifact, String version) {
    return group + ":" + artifact + ":" + version;
  }
}

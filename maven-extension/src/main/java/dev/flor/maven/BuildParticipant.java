package dev.flor.maven;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

/** Is called by Maven when it knows the projects: writes down how they are compiled, or gives them the runtime. */
@Named("flor")
@Singleton
public final class BuildParticipant extends AbstractMavenLifecycleParticipant {
  private final ProjectDependenciesResolver resolver;
  private final BuildPluginManager plugins;

  /** What Maven injects. */
  @Inject
  public BuildParticipant(ProjectDependenciesResolver resolver, BuildPluginManager plugins) {
    this.resolver = resolver;
    this.plugins = plugins;
  }

  @Override
  public void afterProjectsRead(MavenSession session) throws MavenExecutionException {
    String runtime = session.getUserProperties().getProperty(ExtensionJar.RUNTIME);
    if (runtime != null) {
      session.getAllProjects().forEach(project -> give(project, runtime));
    }
    String report = session.getUserProperties().getProperty(ExtensionJar.REPORT);
    if (report != null) {
      write(report(session), Path.of(report));
      // The one way to end a build early that all versions of Maven have.
      throw new MavenExecutionException(
          "flor knows what it asked for; nothing is built", (Throwable) null);
    }
  }

  /** The runtime of the flor that replays, in place of the one that the version may name. */
  private static void give(MavenProject project, String path) {
    project.getDependencies().removeIf(Classpaths::isRuntime);
    Dependency runtime = new Dependency();
    runtime.setGroupId(Classpaths.GROUP);
    runtime.setArtifactId(Classpaths.RUNTIME);
    runtime.setVersion("replay");
    runtime.setScope("system");
    runtime.setSystemPath(path);
    project.getDependencies().add(runtime);
    CompilerSettings.runProcessors(project);
  }

  private Properties report(MavenSession session) throws MavenExecutionException {
    Properties report = new Properties();
    List<MavenProject> projects = session.getAllProjects();
    for (int i = 0; i < projects.size(); i++) {
      new ModuleReport(session, projects.get(i), report, "module." + i + ".")
          .write(new Classpaths(session, resolver), new Generators(session, plugins));
    }
    return report;
  }

  /** Written aside and renamed, so that a report that is there is whole. */
  private static void write(Properties report, Path file) throws MavenExecutionException {
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (Writer writer = Files.newBufferedWriter(aside)) {
        report.store(writer, null);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new MavenExecutionException("cannot write " + file + ": " + e, e);
    }
  }
}

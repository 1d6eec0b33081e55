package dev.flor.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** Writes down one module, its paths relative to the top of the build where they are below it. */
final class ModuleReport {
  private final Path top;
  private final MavenProject project;
  private final CompilerSettings compiler;
  private final Properties report;
  private final String prefix;

  ModuleReport(MavenSession session, MavenProject project, Properties report, String prefix) {
    this.top = Path.of(session.getExecutionRootDirectory());
    this.project = project;
    this.compiler = new CompilerSettings(session, project);
    this.report = report;
    this.prefix = prefix;
  }

  void write(Classpaths classpaths, Generators generators) throws MavenExecutionException {
    put("name", Classpaths.name(project));
    put("folder", path(project.getBasedir().getPath()));
    put("output", path(project.getBuild().getOutputDirectory()));
    list(
        "source",
        "pom".equals(project.getPackaging()) ? List.of() : project.getCompileSourceRoots());
    put("encoding", compiler.encoding());
    list("option", compiler.options());
    Optional<String> needs = generators.of(project).or(compiler::notUnderstood);
    needs.ifPresent(why -> put("needs", why));
    put("processors", Boolean.toString(compiler.runsProcessors()));
    List<Resource> resources = project.getResources();
    for (int i = 0; i < resources.size(); i++) {
      resource("resource." + i + ".", resources.get(i));
    }
    Classpaths.Found found = classpaths.of(project);
    list("compile", found.compile);
    list("runtime", found.runtime);
  }

  private void resource(String key, Resource resource) {
    put(key + "folder", path(resource.getDirectory()));
    put(key + "target", resource.getTargetPath() == null ? "" : resource.getTargetPath());
    put(key + "filtering", Boolean.toString(resource.isFiltering()));
    list(key + "include", resource.getIncludes());
    list(key + "exclude", resource.getExcludes());
  }

  private void list(String key, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      put(key + "." + i, path(values.get(i)));
    }
  }

  private void put(String key, String value) {
    report.setProperty(prefix + key, value);
  }

  private String path(String text) {
    return text.startsWith(top + "/") || text.startsWith(top + "\\")
        ? text.substring(top.toString().length() + 1).replace('\\', '/')
        : text.equals(top.toString()) ? "" : text;
  }
}

package dev.flor.cli.project;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.UsageException;
import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The project a command was given in, its repository open.
 *
 * @param outside what builds and processes take from the outside
 */
public record OpenProject(Project project, History history, Outside outside)
    implements AutoCloseable {
  public static OpenProject of(Caller caller) {
    History history = History.open(caller.directory());
    try {
      Path root = history.root();
      Path florDir = FlorFolder.of(caller.in(root), history.isBare());
      return new OpenProject(
          new Project(root, florDir, ConfigFile.in(root)),
          history,
          new Outside(
              Path.of(System.getProperty("java.home")),
              caller.environment(),
              reader(root, caller.err())));
    } catch (RuntimeException e) {
      history.close();
      throw e;
    }
  }

  /** A flor.toml that an older version had and today's flor does not understand stops nobody. */
  private static Function<String, ProjectConfig> reader(Path root, PrintStream err) {
    return text -> {
      try {
        return ConfigFile.parse(text);
      } catch (UsageException e) {
        err.println(
            "note: an older " + e.getMessage() + "; today's " + ConfigFile.NAME + " is used");
        return ConfigFile.in(root);
      }
    };
  }

  /** The last commits of HEAD's own line, oldest first: what a command is about that says nothing. */
  List<String> lastCommits(int count) {
    List<String> ids = new ArrayList<>();
    Optional<Version> at = history.head();
    while (at.isPresent() && ids.size() < count) {
      Version version = at.get();
      ids.add(version.id());
      at = version.parents().stream().findFirst().map(history::resolve);
    }
    Collections.reverse(ids);
    return ids;
  }

  @Override
  public void close() {
    history.close();
  }
}

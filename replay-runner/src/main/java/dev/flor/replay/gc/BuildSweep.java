package dev.flor.replay.gc;

import dev.flor.replay.process.Launch;
import dev.flor.replay.project.FileSizes;
import dev.flor.replay.project.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compiled classes, and what build tools have said: all of it can be made again. */
final class BuildSweep implements Sweep {
  private static final String MODELS = "models";

  private final Path florDir;
  private final Path builds;
  private final Retention retention;
  private final Instant now;

  BuildSweep(Path florDir, Retention retention, Instant now) {
    this.florDir = florDir;
    this.builds = florDir.resolve("builds");
    this.retention = retention;
    this.now = now;
  }

  @Override
  public List<Going> going() {
    SortedSet<Path> inUse = inUse();
    List<Retention.Candidate> candidates = new ArrayList<>();
    for (Path build : Folders.entries(builds)) {
      String name = build.getFileName().toString();
      if (Files.isDirectory(build) && name.matches("[0-9a-f]+")) {
        candidates.add(candidate(name, build, inUse.contains(build)));
      }
    }
    for (Path model : Folders.entries(builds.resolve(MODELS))) {
      candidates.add(candidate(MODELS + "/" + model.getFileName(), model, false));
    }
    List<Going> going = new ArrayList<>();
    retention.going(candidates, now).forEach((one, because) -> {
      GcReport.Item item = new GcReport.Item(
          GcReport.Kind.BUILD,
          one.name(),
          Optional.of(one.used()),
          one.parts().get(one.name()),
          because);
      going.add(new Going(item, () -> Folders.remove(florDir, builds.resolve(one.name()))));
    });
    return going;
  }

  private static Retention.Candidate candidate(String name, Path path, boolean stays) {
    return new Retention.Candidate(
        name, FileSizes.modified(path), Map.of(name, FileSizes.below(path)), stays);
  }

  /** What live programs were started with. */
  private SortedSet<Path> inUse() {
    SortedSet<Path> inUse = new TreeSet<>();
    for (String run : Launch.runs(florDir)) {
      if (Launch.isUnderWay(florDir, run)) {
        for (Path path : Launch.classpath(florDir, run)) {
          if (path.startsWith(builds)) {
            inUse.add(builds.resolve(builds.relativize(path).getName(0)));
          }
        }
      }
    }
    return inUse;
  }

  @Override
  public List<String> notes() {
    return List.of();
  }
}

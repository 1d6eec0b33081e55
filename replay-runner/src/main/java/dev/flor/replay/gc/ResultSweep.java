package dev.flor.replay.gc;

import dev.flor.replay.project.FileSizes;
import dev.flor.replay.project.Folders;
import dev.flor.replay.propagation.ToolVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Results of propagations, which can be worked out again, and logs of replays, whose verdicts stay: by age, as builds. Results of
 * another build of flor are not looked up any more.
 */
final class ResultSweep implements Sweep {
  private final Path florDir;
  private final Retention retention;
  private final Instant now;

  /** @param builds of which the age counts */
  ResultSweep(Path florDir, Retention builds, Instant now) {
    this.florDir = florDir;
    this.retention = new Retention(builds.age(), OptionalInt.empty(), OptionalLong.empty());
    this.now = now;
  }

  @Override
  public List<Going> going() {
    List<Going> going = new ArrayList<>();
    List<Path> results = new ArrayList<>();
    for (Path folder : Folders.entries(florDir.resolve("propagations"))) {
      if (folder.getFileName().toString().equals(ToolVersion.id())) {
        results.addAll(Folders.entries(folder));
      } else {
        going.add(going(GcReport.Kind.PROPAGATION, folder, "unreferenced"));
      }
    }
    add(GcReport.Kind.PROPAGATION, results, going);
    add(
        GcReport.Kind.LOG,
        Folders.entries(florDir.resolve("replays")).stream()
            .filter(file -> file.toString().endsWith(".log"))
            .toList(),
        going);
    return going;
  }

  private void add(GcReport.Kind kind, List<Path> files, List<Going> going) {
    List<Retention.Candidate> candidates = new ArrayList<>();
    for (Path file : files) {
      String name = florDir.relativize(file).toString();
      candidates.add(new Retention.Candidate(
          name, FileSizes.modified(file), Map.of(name, FileSizes.below(file)), false));
    }
    retention
        .going(candidates, now)
        .forEach((one, because) -> going.add(going(kind, florDir.resolve(one.name()), because)));
  }

  private Going going(GcReport.Kind kind, Path path, String because) {
    GcReport.Item item = new GcReport.Item(
        kind,
        florDir.relativize(path).toString(),
        Optional.of(FileSizes.modified(path)),
        FileSizes.below(path),
        because);
    return new Going(item, () -> Folders.remove(florDir, path));
  }

  @Override
  public List<String> notes() {
    return List.of();
  }
}

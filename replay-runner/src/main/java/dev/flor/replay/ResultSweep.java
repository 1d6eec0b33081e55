package dev.flor.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    this.retention =
        new Retention(builds.age(), java.util.OptionalInt.empty(), java.util.OptionalLong.empty());
    this.now = now;
  }

  @Override
  public List<Going> going() {
    List<Going> going = new ArrayList<>();
    List<Path> results = new ArrayList<>();
    Path mine = florDir.resolve("propagations");
    for (Path folder : entries(mine)) {
      if (folder.getFileName().toString().equals(ToolVersion.id())) {
        results.addAll(entries(folder));
      } else {
        going.add(going(GcReport.Kind.PROPAGATION, folder, "unreferenced"));
      }
    }
    add(GcReport.Kind.PROPAGATION, results, going);
    add(
        GcReport.Kind.LOG,
        entries(florDir.resolve("replays")).stream()
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

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + folder, e);
    }
  }

  @Override
  public List<String> notes() {
    return List.of();
  }
}

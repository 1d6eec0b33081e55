package dev.flor.cli.project;

import dev.flor.cli.io.Durations;
import dev.flor.cli.io.Sizes;
import dev.flor.replay.gc.Retention;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** {@code [gc]} in flor.toml: how much {@code flor gc} keeps where its options do not say. */
record RetentionSettings(Retention checkpoints, Retention builds, List<String> keep) {
  /** Builds are made again for the asking, checkpoints only by running for as long again. */
  private static final Duration BUILDS = Duration.ofDays(30);

  static RetentionSettings of(ConfigTable gc) {
    gc.allow(List.of(
        "checkpoint-age",
        "checkpoint-count",
        "checkpoint-size",
        "build-age",
        "build-count",
        "build-size",
        "keep"));
    Retention builds = retention(gc, "build");
    return new RetentionSettings(
        retention(gc, "checkpoint"),
        builds.equals(Retention.ALL)
            ? new Retention(Optional.of(BUILDS), builds.count(), builds.size())
            : builds,
        gc.texts("keep").orElse(List.of()));
  }

  private static Retention retention(ConfigTable gc, String kind) {
    String age = kind + "-age";
    String size = kind + "-size";
    return new Retention(
        gc.text(age, List.of()).map(text -> Durations.parse(text)
            .orElseThrow(() -> gc.wrong(age, "a duration such as \"90d\""))),
        gc.count(kind + "-count"),
        gc.text(size, List.of())
            .map(text -> OptionalLong.of(
                Sizes.parse(text).orElseThrow(() -> gc.wrong(size, "a size such as \"10g\""))))
            .orElse(OptionalLong.empty()));
  }

  /** What an option says comes before what the file says. */
  static Retention first(Retention option, Retention file) {
    OptionalInt count = option.count().isPresent() ? option.count() : file.count();
    OptionalLong size = option.size().isPresent() ? option.size() : file.size();
    return new Retention(option.age().or(file::age), count, size);
  }
}

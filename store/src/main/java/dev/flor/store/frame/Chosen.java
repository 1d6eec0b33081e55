package dev.flor.store.frame;

import dev.flor.store.db.Db;
import dev.flor.store.db.Runs;
import dev.flor.store.model.Dataframe;
import dev.flor.store.model.RunRow;
import dev.flor.store.model.UnknownRunException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A group that is asked about, and the commit it is shown under. */
record Chosen(RunGroup group, Optional<String> commit) {
  /** The groups a question is about, in the order it wants. */
  static List<Chosen> by(Db db, Dataframe question) {
    List<RunRow> runs = Runs.all(db);
    question.runs().forEach(run -> check(run, runs));
    List<RunGroup> groups = RunGroup.all(db, runs, question.diverged()).stream()
        .filter(group -> isAsked(group, question))
        .toList();
    Map<String, Chosen> chosen = new LinkedHashMap<>();
    for (String version : question.versions()) {
      for (RunGroup group : groups) {
        group
            .commitLike(version)
            .ifPresent(
                id -> chosen.putIfAbsent(group.base().id(), new Chosen(group, Optional.of(id))));
      }
    }
    if (question.versions().isEmpty()) {
      groups.forEach(group -> chosen.put(
          group.base().id(), new Chosen(group, group.base().head().or(group.base()::version))));
    }
    List<Chosen> all = List.copyOf(chosen.values());
    return question.latestOnly() ? latest(all) : all;
  }

  private static void check(String run, List<RunRow> runs) {
    if (runs.stream().noneMatch(known -> known.id().equals(run))) {
      throw new UnknownRunException(run);
    }
  }

  /** A replay's values are asked for with those of its base run. */
  private static boolean isAsked(RunGroup group, Dataframe question) {
    return question.runs().isEmpty()
        || group.members().stream().anyMatch(run -> question.runs().contains(run.id()));
  }

  private static List<Chosen> latest(List<Chosen> chosen) {
    return chosen.stream()
        .max(Comparator.comparing(one -> one.group().base().id()))
        .map(List::of)
        .orElse(List.of());
  }

  /** Seven digits of the commit, or null without one. */
  String version() {
    return commit.map(id -> id.substring(0, Math.min(7, id.length()))).orElse(null);
  }

  String run() {
    return group.base().id();
  }
}

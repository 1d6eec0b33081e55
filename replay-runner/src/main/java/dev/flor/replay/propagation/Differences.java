package dev.flor.replay.propagation;

import dev.flor.propagator.CodeSearch;
import dev.flor.propagator.CodeSearch.Held;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The Java files in which two versions differ: they tell which questions both give the same answer to, without asking the second one. */
final class Differences {
  /** Where there are more, to look at each for each question would take as long as to ask it again. */
  private static final int MANY = 100;

  private final KnownTree before;
  private final KnownTree now;
  private final CodeSearch search;
  private final Set<String> paths = new TreeSet<>();
  private final Set<String> names = new TreeSet<>();

  /**
   * Those of two versions.
   *
   * @param files the paths in which they differ, Java or not
   */
  Differences(KnownTree before, KnownTree now, CodeSearch search, Set<String> files) {
    this.before = before;
    this.now = now;
    this.search = search;
    files.stream().filter(path -> path.endsWith(".java")).forEach(paths::add);
    paths.forEach(path -> names.add(path.substring(path.lastIndexOf('/') + 1)));
  }

  /** Whether the two versions may answer a question differently. */
  boolean mayChange(Question question) {
    String argument = question.argument();
    Set<String> about = question.names().all();
    return paths.size() > MANY
        || switch (question.kind()) {
          case HAS, READ, EXCERPT -> paths.contains(argument);
          case NAMED -> names.contains(argument);
          case TYPES -> about.stream().anyMatch(type -> names.contains(type + ".java"));
          case SUPERTYPES, REDUCED_HEADS -> paths.stream().anyMatch(about::contains);
          case FILES, CONTENTS -> !paths.isEmpty();
          case IMPORTED -> paths.stream().anyMatch(path -> importsOthers(path, about));
          case ASIDE -> paths.stream().anyMatch(path -> isInFolder(path, argument));
          case HOLDING ->
            paths.stream().anyMatch(path -> holdsOther(path, about.iterator().next()));
          case ALIKE ->
            paths.stream()
                .anyMatch(path -> isAlikeOther(path, argument, about.iterator().next()));
          case WAY -> true;
        };
  }

  private boolean importsOthers(String path, Set<String> packages) {
    Set<String> one = new TreeSet<>(before.imports(path));
    Set<String> other = new TreeSet<>(now.imports(path));
    one.retainAll(packages);
    other.retainAll(packages);
    return !one.equals(other);
  }

  /** The argument is a folder, with a slash at its end, and a type. */
  private static boolean isInFolder(String path, String argument) {
    return path.substring(0, path.lastIndexOf('/') + 1)
        .equals(argument.substring(0, argument.indexOf('\n')));
  }

  /** How rare a word is depends on the number of files, too. */
  private boolean holdsOther(String path, String code) {
    Optional<Held> one = before.held(path);
    Optional<Held> other = now.held(path);
    return one.isEmpty() || other.isEmpty() || !search.sameHolding(code, one.get(), other.get());
  }

  private boolean isAlikeOther(String path, String of, String text) {
    return !search.sameAlike(of, text, path, before.held(path), now.held(path));
  }
}

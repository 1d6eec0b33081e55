package dev.flor.replay.check;

import dev.flor.propagator.AskedBefore;
import dev.flor.propagator.AskedBefore.Answered;
import dev.flor.propagator.AskedBefore.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Checks that found no error. From one content of a file to the next, what javac has to see of it is mostly the same: it is not compiled
 * again, if what it stands among is the same, too. For several threads.
 */
public final class CleanChecks {
  /** Some kilobytes for each, since questions hold names of files and words. */
  private static final int MOST_ANSWERS = 20_000;

  private final AskedBefore<Surroundings, Boolean> known;
  private final String setup;

  public CleanChecks() {
    this(new AskedBefore<>(MOST_ANSWERS), "");
  }

  private CleanChecks(AskedBefore<Surroundings, Boolean> known, String setup) {
    this.known = known;
    this.setup = setup;
  }

  /** Those with one class path, source folders and level, which {@code id} tells from others. */
  public CleanChecks within(String id) {
    return new CleanChecks(known, id);
  }

  /** Whether a check of the same texts found no error, among surroundings that give the same answers. */
  boolean hold(String texts, Surroundings around) {
    return known.find(List.of(setup, texts), around).isPresent();
  }

  /** A check of some texts that begins now. */
  Running begin(String texts, Surroundings around) {
    return new Running(texts, around);
  }

  /** Notes what a check asks. For one thread. */
  final class Running implements Surroundings {
    private final String texts;
    private final Surroundings around;
    private final List<Answered<Surroundings>> asked = new ArrayList<>();

    private Running(String texts, Surroundings around) {
      this.texts = texts;
      this.around = around;
    }

    /** It found no error, and nothing else was looked at. */
    void clean() {
      known.keep(List.of(setup, texts), asked, true);
    }

    private <T> T noted(Question<Surroundings> question, T answer) {
      asked.add(new Answered<>(question, answer));
      return answer;
    }

    @Override
    public SortedMap<String, List<String>> named(SortedSet<String> types) {
      return noted(
          new Question<>(List.of("named", types), other -> other.named(types)),
          around.named(types));
    }

    @Override
    public SortedSet<String> supertypes(SortedSet<String> files) {
      return noted(
          new Question<>(List.of("supertypes", files), other -> other.supertypes(files)),
          around.supertypes(files));
    }

    @Override
    public SortedMap<String, String> heads(SortedSet<String> files, SortedSet<String> names) {
      headsId(files, names);
      return around.heads(files, names);
    }

    @Override
    public String headsId(SortedSet<String> files, SortedSet<String> names) {
      return noted(
          new Question<>(List.of("heads", files, names), other -> other.headsId(files, names)),
          around.headsId(files, names));
    }

    @Override
    public SortedSet<String> imported(SortedSet<String> packages) {
      return noted(
          new Question<>(List.of("imported", packages), other -> other.imported(packages)),
          around.imported(packages));
    }

    @Override
    public boolean declaresAside(String folder, String type) {
      return noted(
          new Question<>(
              List.of("aside", folder, type), other -> other.declaresAside(folder, type)),
          around.declaresAside(folder, type));
    }
  }
}

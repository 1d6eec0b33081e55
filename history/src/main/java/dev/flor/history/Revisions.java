package dev.flor.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** What a revision names, and what to say when it names nothing. */
final class Revisions {
  private final GitReader reader;
  private final Repository repository;

  Revisions(GitReader reader) {
    this.reader = reader;
    this.repository = reader.repository();
  }

  Optional<ObjectId> head() {
    return Optional.ofNullable(
        reader.read("HEAD", () -> repository.resolve(Constants.HEAD + "^{commit}")));
  }

  ObjectId commit(String revision) {
    if (revision.isBlank() || revision.startsWith("-")) {
      throw unknown(revision, "it is no revision");
    }
    ObjectId id = reader.read("revision " + revision, () -> parse(revision));
    if (id == null) {
      throw unknown(revision, "there is no such revision");
    }
    return id;
  }

  private ObjectId parse(String revision) throws IOException {
    try {
      String named =
          revision.replaceFirst("^@(?=$|[~^])", Constants.HEAD); // JGit knows @ only alone
      return repository.resolve(named + "^{commit}");
    } catch (AmbiguousObjectException e) {
      throw new UnknownRevisionException(
          "revision " + revision + " is the beginning of more than one id",
          "type more of its digits",
          e);
    } catch (IncorrectObjectTypeException e) {
      throw new UnknownRevisionException(
          "revision " + revision + " is not a commit", "name a commit, a branch or a tag", e);
    } catch (MissingObjectException e) {
      return null; // a full id is taken at its word until it is looked up
    } catch (IllegalArgumentException e) {
      return null; // bad syntax too is said by the caller, with what is near it
    }
  }

  private RuntimeException unknown(String revision, String why) {
    if (head().isEmpty() && names().isEmpty()) {
      return new EmptyRepositoryException(
          "the repository at " + repository.getDirectory() + " has no commits yet",
          "make a first one: `git commit`");
    }
    return new UnknownRevisionException(
        "unknown revision '" + revision + "': " + why + " in " + repository.getDirectory(),
        hint(revision));
  }

  private String hint(String revision) {
    String name = revision.split("[~^@:]", 2)[0];
    ObjectId known = name.isEmpty() || name.equals(revision)
        ? null
        : reader.read("revision " + name, () -> parse(name));
    if (known != null) {
      long length = firstParents(known);
      return name + " is known, but goes back " + (length - 1) + " versions only: its first is "
          + name + "~" + (length - 1);
    }
    return nearest(name)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("`git branch -a`, `git tag` and `git log` show what there is");
  }

  private long firstParents(ObjectId from) {
    return reader.read("the history of " + from.name(), () -> {
      try (RevWalk walk = new RevWalk(repository)) {
        long length = 1;
        RevCommit commit = walk.parseCommit(from);
        for (; commit.getParentCount() > 0; length++) {
          commit = walk.parseCommit(commit.getParent(0));
        }
        return length;
      }
    });
  }

  private Optional<String> nearest(String name) {
    int enough = Math.min(Math.max(2, name.length() / 3), name.length() - 1);
    return names().stream()
        .filter(near -> Nearness.distance(name, near) <= enough)
        .min(Comparator.<String>comparingInt(near -> Nearness.distance(name, near))
            .thenComparing(Comparator.naturalOrder()));
  }

  private List<String> names() {
    return reader.read("branches and tags", () -> {
      TreeSet<String> names = new TreeSet<>();
      for (Ref ref : repository
          .getRefDatabase()
          .getRefsByPrefix(Constants.R_HEADS, Constants.R_TAGS, Constants.R_REMOTES)) {
        names.add(Repository.shortenRefName(ref.getName()));
      }
      return new ArrayList<>(names);
    });
  }
}

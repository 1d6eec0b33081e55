package dev.flor.propagator;

import java.util.List;
import java.util.Optional;

/**
 * What was considered for one probe, in the order in which it was.
 *
 * @param files of the older version that were looked into
 */
public record Consideration(List<File> files) {
  public Consideration {
    files = List.copyOf(files);
  }

  /** Why an older file was looked into. */
  public enum Reason {
    SAME_TEXT,
    SAME_PATH,
    /** The history tells that it is the same file. */
    RENAMED,
    SIMILAR_NAME,
    SIMILAR_TEXT
  }

  /**
   * An older file that was looked into.
   *
   * @param standing the statement that is there already, if that was found
   * @param members those that were compared because the place was not clear; empty, if it was
   * @param places the best ones, best first
   */
  public record File(
      String path,
      Reason reason,
      Optional<String> standing,
      List<Member> members,
      List<Place> places) {
    public File {
      members = List.copyOf(members);
      places = List.copyOf(places);
    }
  }

  /** A method, constructor or initialiser that holds much the same code, and the score of its best place. */
  public record Member(String name, int line, double score) {}

  /**
   * A gap between two statements.
   *
   * @param line 1-based, in the older version
   * @param after the statement before it; empty at the start of a block
   * @param before the statement after it; empty at the end of a block
   * @param within the header of the block
   * @param obstacle why the statement could not go there, if that was tried
   */
  public record Place(
      int line,
      Optional<String> after,
      Optional<String> before,
      String within,
      double score,
      List<Agreement> evidence,
      Optional<String> obstacle) {
    public Place {
      evidence = List.copyOf(evidence);
    }
  }
}

package dev.flor.testdata;

import java.nio.file.Path;

/** One commit of a recorded history: who made it, when and why, and the files it changes. */
public final class RecordedCommit {
  private final String slug;
  private final CommitFile header;
  private final Overlay overlay;

  RecordedCommit(String slug, CommitFile header, Overlay overlay) {
    this.slug = slug;
    this.header = header;
    this.overlay = overlay;
  }

  /** Its folder's name, such as {@code 09-momentum}. */
  public String slug() {
    return slug;
  }

  /** The first line of its message. */
  public String subject() {
    return header.subject();
  }

  /** The whole message. */
  public String message() {
    return header.message();
  }

  /** Whether its author ran this version with flor recording. */
  public boolean recorded() {
    return header.recorded();
  }

  /** Brings a working tree from the commit before this one to this one. */
  public void writeTo(Path workTree) {
    overlay.writeTo(workTree);
  }

  /** Writes the files, commits everything in {@code repo} and returns the commit's id. */
  public String commitIn(Path repo) {
    writeTo(repo);
    return Git.commitAll(repo, header);
  }

  @Override
  public String toString() {
    return slug;
  }
}

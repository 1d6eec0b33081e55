package dev.flor.history;

import java.time.Instant;
import java.util.List;

/**
 * One commit of the project.
 *
 * @param id the commit's full id
 * @param parents full ids of its parents, first parent first; none for a root or at a shallow border
 * @param authored when its author made it
 * @param author the author's name
 * @param subject the first line of its message
 */
public record Version(
    String id, List<String> parents, Instant authored, String author, String subject) {
  public Version {
    parents = List.copyOf(parents);
  }

  /** The first seven digits of the id, as shown in tables. */
  public String abbreviated() {
    return id.substring(0, 7);
  }
}

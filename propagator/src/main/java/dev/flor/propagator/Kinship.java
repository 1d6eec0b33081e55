package dev.flor.propagator;

import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;
import java.util.Optional;

/** Which files declare classes that extend each other: members move between these more than between others. */
final class Kinship {
  private static final String EXTENDS = "extends";

  private final Project project;

  Kinship(Project project) {
    this.project = project;
  }

  /** Whether a type of a file extends one of the other, in the version of the one or of the other. */
  boolean related(String latestPath, String olderPath) {
    return extend(project.latest(), latestPath, olderPath)
        || extend(project.older(), latestPath, olderPath);
  }

  /**
   * The same as far as the texts tell, of the types that are called as their files: nothing is parsed for it.
   *
   * @param older an excerpt of the older file
   */
  boolean seemRelated(String latestPath, String olderPath, String older) {
    return says(project.latest().text(latestPath), olderPath)
        || says(project.latest().text(olderPath), latestPath)
        || says(project.older().text(latestPath), olderPath)
        || says(Optional.of(older), latestPath);
  }

  private static boolean says(Optional<String> file, String base) {
    String text = file.orElse("");
    String name = base.substring(base.lastIndexOf('/') + 1, base.length() - ".java".length());
    for (int at = text.indexOf(EXTENDS); at >= 0; at = text.indexOf(EXTENDS, at + 1)) {
      int end = text.indexOf('{', at);
      if (end >= 0 && Tokens.of(text.substring(at, end)).contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean extend(ParsedVersion version, String one, String other) {
    List<TypeDeclaration<?>> types = types(version, one);
    List<TypeDeclaration<?>> others = types(version, other);
    return extend(types, others) || extend(others, types);
  }

  private static boolean extend(List<TypeDeclaration<?>> types, List<TypeDeclaration<?>> bases) {
    return types.stream().flatMap(Inherited::above).anyMatch(name -> bases.stream()
        .anyMatch(base -> base.getNameAsString().equals(name)));
  }

  private static List<TypeDeclaration<?>> types(ParsedVersion version, String path) {
    Optional<Unit> unit = version.has(path) ? version.unit(path) : Optional.empty();
    return unit.map(u -> List.<TypeDeclaration<?>>copyOf(u.tree().unit().getTypes()))
        .orElse(List.of());
  }
}

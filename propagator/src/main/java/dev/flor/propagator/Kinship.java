package dev.flor.propagator;

import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files declare classes that extend each other: members move between these more than between others. */
final class Kinship {
  private static final String EXTENDS = "extends";
  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");

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
   * Whether they may be, as far as the texts tell: nothing is parsed for it.
   *
   * @param older an excerpt of the older file
   */
  boolean seemRelated(String latestPath, String olderPath, String older) {
    String own = project.latest().text(latestPath).orElse("");
    String otherNow = project.latest().text(olderPath).orElse("");
    String ownThen = project.older().text(latestPath).orElse("");
    return extendsOne(own, otherNow)
        || extendsOne(otherNow, own)
        || extendsOne(ownThen, older)
        || extendsOne(older, ownThen);
  }

  /** Whether some type of a file says that it extends one that another file declares. */
  private static boolean extendsOne(String text, String base) {
    Set<String> declared = declared(base);
    for (int at = text.indexOf(EXTENDS); at >= 0; at = text.indexOf(EXTENDS, at + 1)) {
      int end = text.indexOf('{', at);
      if (end >= 0 && Tokens.of(text.substring(at, end)).stream().anyMatch(declared::contains)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> declared(String text) {
    Set<String> names = new HashSet<>();
    Matcher declaration = DECLARATION.matcher(text);
    while (declaration.find()) {
      names.add(declaration.group(1));
    }
    return names;
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

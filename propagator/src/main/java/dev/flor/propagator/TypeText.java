package dev.flor.propagator;

import java.util.Set;

/** Judges declared types by how they are written. */
final class TypeText {
  private static final Set<String> NUMBERS = Set.of(
      "byte", "short", "int", "long", "float", "double", "Byte", "Short", "Integer", "Long",
      "Float", "Double");
  private static final Set<String> VALUES =
      Set.of("boolean", "char", "String", "Boolean", "Character");

  private TypeText() {}

  /**
   * Whether a statement that reads the one may well read the other: equal, both numbers, or both objects, of which the
   * compiler will tell.
   */
  static boolean compatible(String one, String other) {
    if (erased(one).equals(erased(other))) {
      return true;
    }
    if (rank(one) != rank(other)) {
      return false;
    }
    String element = element(one);
    String otherElement = element(other);
    if (NUMBERS.contains(element) || NUMBERS.contains(otherElement)) {
      return rank(one) == 0 && NUMBERS.contains(element) && NUMBERS.contains(otherElement);
    }
    if (VALUES.contains(element) || VALUES.contains(otherElement)) {
      return element.equalsIgnoreCase(otherElement);
    }
    return true;
  }

  /** Whether it is a primitive type, its class, or {@code String}. */
  static boolean isValue(String type) {
    return NUMBERS.contains(erased(type)) || VALUES.contains(erased(type));
  }

  static String erased(String type) {
    String bare = type.replaceAll("<.*>", "").replaceAll("\\s", "");
    return bare.substring(bare.lastIndexOf('.') + 1);
  }

  private static String element(String type) {
    return erased(type).replace("[]", "");
  }

  private static int rank(String type) {
    return (int) erased(type).chars().filter(c -> c == '[').count();
  }
}

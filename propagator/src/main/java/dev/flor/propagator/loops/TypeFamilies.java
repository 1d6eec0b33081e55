package dev.flor.propagator.loops;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The project's types by simple name, their fields, and who extends whom. Types of one simple name are taken for one. */
final class TypeFamilies {
  /** A field of a project's type. */
  record Field(String owner, String name, boolean isStatic, boolean isTransient, Type type) {}

  private final Map<String, SortedSet<String>> supers = new TreeMap<>();
  private final Map<String, Map<String, Field>> fields = new TreeMap<>();
  private final SortedSet<String> enums = new TreeSet<>();
  private final SortedSet<String> changingEnums = new TreeSet<>();
  private final SortedSet<String> records = new TreeSet<>();
  private final SortedSet<String> parameters = new TreeSet<>();

  void add(TypeDeclaration<?> type) {
    String name = type.getNameAsString();
    SortedSet<String> above = supers.computeIfAbsent(name, key -> new TreeSet<>());
    supertypes(type).forEach(extended -> above.add(extended.getNameAsString()));
    Map<String, Field> own = fields.computeIfAbsent(name, key -> new TreeMap<>());
    for (FieldDeclaration field : type.getFields()) {
      boolean isStatic =
          field.isStatic() || (type instanceof ClassOrInterfaceDeclaration c && c.isInterface());
      field
          .getVariables()
          .forEach(variable -> own.put(
              variable.getNameAsString(),
              new Field(
                  name,
                  variable.getNameAsString(),
                  isStatic,
                  field.isTransient(),
                  variable.getType())));
    }
    if (type instanceof RecordDeclaration components) {
      records.add(name);
      components
          .getParameters()
          .forEach(p -> own.put(
              p.getNameAsString(),
              new Field(name, p.getNameAsString(), false, false, p.getType())));
    }
    if (type instanceof EnumDeclaration constants) {
      enums.add(name);
      if (constants.findFirst(FieldDeclaration.class, TypeFamilies::mayChange).isPresent()) {
        changingEnums.add(name);
      }
      ClassOrInterfaceType self = new ClassOrInterfaceType(null, name);
      constants
          .getEntries()
          .forEach(entry -> own.put(
              entry.getNameAsString(),
              new Field(name, entry.getNameAsString(), true, false, self)));
    }
  }

  /** A constant's name is saved, not what its fields hold. */
  private static boolean mayChange(FieldDeclaration field) {
    return !field.isStatic()
        && !(field.isFinal()
            && field.getVariables().stream()
                .map(variable -> variable.getType().asString())
                .allMatch(type -> Types.isNamedValue(type) || Library.isFunctional(type)));
  }

  /** Names that stand for some type in a generic declaration. */
  void add(TypeParameter parameter) {
    parameters.add(parameter.getNameAsString());
  }

  boolean isParameter(String name) {
    return parameters.contains(name) && !isProjectType(name);
  }

  boolean isChangingEnum(String name) {
    return changingEnums.contains(name);
  }

  /** Whether a method is that of a record which gives a component. */
  boolean isAccessor(String type, String method) {
    return records.contains(type) && fields.getOrDefault(type, Map.of()).containsKey(method);
  }

  private static List<ClassOrInterfaceType> supertypes(TypeDeclaration<?> type) {
    List<ClassOrInterfaceType> all = new ArrayList<>();
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      all.addAll(declared.getExtendedTypes());
      all.addAll(declared.getImplementedTypes());
    } else if (type instanceof EnumDeclaration declared) {
      all.addAll(declared.getImplementedTypes());
    } else if (type instanceof RecordDeclaration declared) {
      all.addAll(declared.getImplementedTypes());
    }
    return all;
  }

  boolean isProjectType(String name) {
    return supers.containsKey(name);
  }

  boolean isEnum(String name) {
    return enums.contains(name);
  }

  /** Whether some type of the project extends or implements a type of this name. */
  boolean isExtended(String name) {
    return supers.values().stream().anyMatch(above -> above.contains(name));
  }

  /** A type and all above it, those of libraries included. */
  SortedSet<String> ancestors(String name) {
    NavigableSet<String> found = new TreeSet<>();
    collect(name, found);
    return found;
  }

  private void collect(String name, Set<String> found) {
    if (found.add(name)) {
      supers.getOrDefault(name, new TreeSet<>()).forEach(above -> collect(above, found));
    }
  }

  boolean related(String one, String other) {
    return one.equals(other)
        || ancestors(one).contains(other)
        || ancestors(other).contains(one);
  }

  /** A field of a type or of one above it. */
  Optional<Field> field(String type, String name) {
    return ancestors(type).stream()
        .flatMap(
            owner -> Optional.ofNullable(fields.getOrDefault(owner, Map.of()).get(name)).stream())
        .findFirst();
  }

  /** Fields of this name in any type. */
  List<Field> fieldsNamed(String name) {
    return fields.values().stream()
        .flatMap(own -> Optional.ofNullable(own.get(name)).stream())
        .toList();
  }
}

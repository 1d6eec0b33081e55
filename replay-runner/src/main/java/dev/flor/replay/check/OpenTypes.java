package dev.flor.replay.check;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Types that may have members and supertypes which javac does not see: one of them is of a missing library, or is annotated for a
 * processor.
 */
final class OpenTypes {
  private final Trees trees;

  OpenTypes(Trees trees) {
    this.trees = trees;
  }

  /** The type of an expression, or one that is named. */
  boolean isOpen(TreePath path) {
    TypeMirror type = trees.getTypeMirror(path);
    return type == null || isOpen(found(type), new HashSet<>());
  }

  /** An expression that does not fit has an error for its type; what it was found to be is behind that. */
  private TypeMirror found(TypeMirror type) {
    TypeMirror found = isError(type) ? trees.getOriginalType((ErrorType) type) : type;
    boolean known = found != null
        && !isError(found)
        && (found.getKind().isPrimitive()
            || found instanceof DeclaredType
            || found instanceof ArrayType
            || found instanceof TypeVariable);
    return known ? found : type;
  }

  boolean isOpen(TypeElement type) {
    return isOpen(type, new HashSet<>());
  }

  /** javac's classes are {@code ErrorType}s, too, by their Java type. */
  @SuppressWarnings("PreferInstanceofOverGetKind")
  private static boolean isError(TypeMirror type) {
    return type.getKind() == TypeKind.ERROR;
  }

  /** Whether what is called throws something of which javac cannot know that it is checked. */
  boolean throwsOpen(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      Element element = trees.getElement(at);
      if (element instanceof ExecutableElement called) {
        return called.getThrownTypes().stream().anyMatch(type -> isOpen(type, new HashSet<>()));
      }
      if (at.getLeaf() instanceof ThrowTree) {
        return false;
      }
    }
    return false;
  }

  private boolean isOpen(TypeMirror type, Set<Element> visited) {
    if (isError(type)) {
      return true;
    }
    if (type instanceof IntersectionType intersection) {
      return anyOpen(intersection.getBounds(), visited);
    }
    if (type instanceof ArrayType array) {
      return isOpen(array.getComponentType(), visited);
    }
    if (type instanceof DeclaredType declared) {
      return isOpen((TypeElement) declared.asElement(), visited)
          || anyOpen(declared.getTypeArguments(), visited);
    }
    if (type instanceof TypeVariable variable) {
      return visited.add(variable.asElement()) && isOpen(variable.getUpperBound(), visited);
    }
    if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() != null && isOpen(wildcard.getExtendsBound(), visited))
          || (wildcard.getSuperBound() != null && isOpen(wildcard.getSuperBound(), visited));
    }
    return type instanceof ExecutableType method
        && (isOpen(method.getReturnType(), visited)
            || anyOpen(method.getParameterTypes(), visited));
  }

  private boolean anyOpen(List<? extends TypeMirror> types, Set<Element> visited) {
    return types.stream().anyMatch(type -> isOpen(type, visited));
  }

  private boolean isOpen(TypeElement type, Set<Element> visited) {
    return visited.add(type)
        && (isForProcessor(type)
            || isOpen(type.getSuperclass(), visited)
            || anyOpen(type.getInterfaces(), visited));
  }

  /** Whether there is an annotation on it that javac does not know, or one that is gone in the class. */
  private boolean isForProcessor(TypeElement type) {
    TreePath path = trees.getPath(type);
    if (path != null && path.getLeaf() instanceof ClassTree tree) {
      for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
        TypeMirror known = trees.getTypeMirror(new TreePath(path, annotation.getAnnotationType()));
        if (known == null || isError(known)) {
          return true;
        }
      }
    }
    return type.getAnnotationMirrors().stream()
        .map(annotation -> annotation.getAnnotationType().asElement())
        .anyMatch(OpenTypes::isOfSources);
  }

  private static boolean isOfSources(Element annotation) {
    Retention retention = annotation.getAnnotation(Retention.class);
    String name = ((TypeElement) annotation).getQualifiedName().toString();
    return !name.startsWith("java.")
        && retention != null
        && retention.value() == RetentionPolicy.SOURCE;
  }
}

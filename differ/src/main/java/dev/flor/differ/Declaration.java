package dev.flor.differ;

import com.github.javaparser.ast.Node;

/**
 * A type or member of a file.
 *
 * @param kind what is declared
 * @param qualifiedName package, enclosing types and own name, joined by dots
 * @param signature the simple name, with the erased parameter types for a method or constructor: {@code step(Batch,int)}
 * @param node the declaring node: a TypeDeclaration, CallableDeclaration, VariableDeclarator (field), EnumConstantDeclaration,
 *     InitializerDeclaration, CompactConstructorDeclaration, AnnotationMemberDeclaration or Parameter (record component)
 */
public record Declaration(
    Kind kind, String qualifiedName, String name, String signature, Node node) {

  /** What is declared. */
  public enum Kind {
    TYPE,
    METHOD,
    CONSTRUCTOR,
    FIELD,
    CONSTANT,
    INITIALIZER
  }
}

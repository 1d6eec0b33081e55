package dev.flor.differ;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import dev.flor.differ.Declaration.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds the types and members of a file, in the order of the text, each with the number of its node and of its owner's. */
final class MemberIndex {
  /** {@code owner} is the place in the list of the enclosing type, -1 for a top-level type. */
  record Member(Declaration declaration, int number, int owner) {
    Kind kind() {
      return declaration.kind();
    }
  }

  private final NodeTable table;
  private final List<Member> members = new ArrayList<>();

  private MemberIndex(NodeTable table) {
    this.table = table;
  }

  /** Worked out anew: {@link NodeTable#members} keeps it. */
  static List<Member> of(NodeTable table) {
    MemberIndex index = new MemberIndex(table);
    if (table.node(0) instanceof CompilationUnit unit) {
      String prefix =
          unit.getPackageDeclaration().map(p -> p.getNameAsString() + ".").orElse("");
      unit.getTypes().forEach(type -> index.type(type, prefix, -1));
    }
    return index.members;
  }

  private void type(TypeDeclaration<?> type, String prefix, int owner) {
    String name = type.getNameAsString();
    int self = members.size();
    add(Kind.TYPE, prefix, name, name, type, owner);
    for (Node child : TreeNodes.children(type)) {
      member(child, type, prefix + name + ".", self);
    }
  }

  private void member(Node child, TypeDeclaration<?> type, String prefix, int owner) {
    if (child instanceof TypeDeclaration<?> nested) {
      type(nested, prefix, owner);
    } else if (child instanceof MethodDeclaration method) {
      add(Kind.METHOD, prefix, method.getNameAsString(), Signatures.of(method), method, owner);
    } else if (child instanceof ConstructorDeclaration constructor) {
      add(
          Kind.CONSTRUCTOR,
          prefix,
          type.getNameAsString(),
          Signatures.of(constructor),
          constructor,
          owner);
    } else if (child instanceof CompactConstructorDeclaration compact) {
      add(
          Kind.CONSTRUCTOR,
          prefix,
          type.getNameAsString(),
          compact.getNameAsString() + "{}",
          compact,
          owner);
    } else if (child instanceof FieldDeclaration field) {
      field.getVariables().forEach(variable -> field(variable, prefix, owner));
    } else if (child instanceof EnumConstantDeclaration constant) {
      String name = constant.getNameAsString();
      add(Kind.CONSTANT, prefix, name, name, constant, owner);
    } else if (child instanceof AnnotationMemberDeclaration annotation) {
      String name = annotation.getNameAsString();
      add(Kind.METHOD, prefix, name, name + "()", annotation, owner);
    } else if (child instanceof InitializerDeclaration block) {
      String name = block.isStatic() ? "static{}" : "{}";
      add(Kind.INITIALIZER, prefix, name, name, block, owner);
    } else if (child instanceof Parameter component && type instanceof RecordDeclaration) {
      String name = component.getNameAsString();
      add(Kind.FIELD, prefix, name, name, component, owner);
    }
  }

  private void field(VariableDeclarator variable, String prefix, int owner) {
    String name = variable.getNameAsString();
    add(Kind.FIELD, prefix, name, name, variable, owner);
  }

  private void add(Kind kind, String prefix, String name, String signature, Node node, int owner) {
    Declaration declaration = new Declaration(kind, prefix + name, name, signature, node);
    members.add(new Member(declaration, table.number(node), owner));
  }
}

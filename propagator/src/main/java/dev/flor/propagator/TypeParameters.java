package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.List;
import java.util.Optional;

/** Type parameters of types and methods: they correspond by position. */
final class TypeParameters {
  private TypeParameters() {}

  /** The declaration around a node that a name is a type parameter of. */
  static Optional<Node> declaring(String name, Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (names(at).contains(name)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** The name on the ground; empty if it stays, or there is no such parameter. */
  static Optional<String> older(String name, Node declaring, Ground ground) {
    Optional<Node> older = declaring instanceof CallableDeclaration<?>
        ? ground.pairing().olderCallable(declaring)
        : ground.pairing().olderDeclaration(declaring);
    List<String> latest = names(declaring);
    return older
        .filter(there -> Nodes.within(ground.node(), there))
        .map(TypeParameters::names)
        .filter(there -> there.size() == latest.size())
        .map(there -> there.get(latest.indexOf(name)));
  }

  private static List<String> names(Node node) {
    return node instanceof NodeWithTypeParameters<?> generic
        ? generic.getTypeParameters().stream()
            .map(TypeParameter::getNameAsString)
            .toList()
        : List.of();
  }
}

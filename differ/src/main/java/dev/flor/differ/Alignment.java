package dev.flor.differ;

import com.github.javaparser.ast.Node;
import java.util.Optional;

/** A one-to-one partial mapping between the nodes (by identity) of a latest and an older syntax tree. */
public interface Alignment {
  /** The counterpart of a node of the latest tree in the older one. */
  Optional<Node> older(Node latest);

  /** The counterpart of a node of the older tree in the latest one. */
  Optional<Node> latest(Node older);
}

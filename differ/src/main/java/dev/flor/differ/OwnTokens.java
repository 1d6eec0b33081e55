package dev.flor.differ;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.List;
import java.util.Optional;

/** The tokens of a node that belong to none of its children: operators, keywords, punctuation; for a leaf, all of it. */
final class OwnTokens {
  private OwnTokens() {}

  /** Of a node with its {@link TreeNodes#children}. */
  static long hash(Node node, List<Node> children) {
    Optional<TokenRange> tokens = node.getTokenRange();
    if (node instanceof SimpleName name) {
      return Hashes.of(name.getIdentifier());
    }
    if (tokens.isEmpty() || node.getRange().isEmpty()) {
      return Hashes.NONE;
    }
    long hash = Hashes.NONE;
    JavaToken at = tokens.get().getBegin();
    for (Node child : children) {
      if (child.getRange().isPresent() && child.getTokenRange().isPresent() && at != null) {
        Range range = child.getRange().get();
        hash = upTo(range.begin, at, hash);
        at = after(child.getTokenRange().get(), range, at);
      }
    }
    Position end = node.getRange().get().end;
    return upTo(new Position(end.line, end.column + 1), at, hash);
  }

  private static long upTo(Position end, JavaToken from, long hash) {
    long h = hash;
    for (JavaToken at = from;
        at != null && begin(at).isBefore(end);
        at = at.getNextToken().orElse(null)) {
      h = at.getCategory().isWhitespaceOrComment() ? h : Hashes.add(h, at.getText());
    }
    return h;
  }

  /** A child may start before its parent does (the type of a variable): then there is nothing to step over. */
  private static JavaToken after(TokenRange child, Range range, JavaToken at) {
    JavaToken next =
        begin(at).isAfter(range.end) ? at : child.getEnd().getNextToken().orElse(null);
    while (next != null && !begin(next).isAfter(range.end)) {
      next = next.getNextToken().orElse(null);
    }
    return next;
  }

  private static Position begin(JavaToken token) {
    return token.getRange().map(range -> range.begin).orElse(Position.HOME);
  }
}

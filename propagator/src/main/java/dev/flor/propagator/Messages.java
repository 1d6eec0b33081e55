package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The statements of a file that write to a logger, by the words of their messages. */
final class Messages {
  private final Map<String, List<Node>> byWords = new TreeMap<>();

  Messages(Unit unit) {
    unit.tree().unit().findAll(Statement.class, Messages::outermost).forEach(statement -> byWords
        .computeIfAbsent(Loggers.words(statement), words -> new ArrayList<>())
        .add(statement));
  }

  /** Whether it only logs and is not behind a check of the level that is there for it. */
  private static boolean outermost(Statement statement) {
    return Loggers.onlyLogs(statement)
        && !(statement instanceof BlockStmt)
        && statement
            .getParentNode()
            .flatMap(parent ->
                parent instanceof BlockStmt ? parent.getParentNode() : Optional.of(parent))
            .filter(around -> around instanceof IfStmt && Loggers.onlyLogs(around))
            .isEmpty();
  }

  /** The only one with these words in a member, or, where the member has none, in the file. */
  Optional<Node> only(String words, Optional<Node> member) {
    List<Node> all = words.isEmpty() ? List.of() : byWords.getOrDefault(words, List.of());
    List<Node> inMember = all.stream()
        .filter(node -> member.filter(m -> Nodes.within(node, m)).isPresent())
        .toList();
    List<Node> found = inMember.isEmpty() ? all : inMember;
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}

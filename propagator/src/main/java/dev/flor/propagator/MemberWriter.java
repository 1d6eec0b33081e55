package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;
import java.util.Optional;

/** Writes methods, fields and nested types into types. */
final class MemberWriter {
  private final Unit unit;
  private final Layout layout;

  MemberWriter(Unit unit, Layout layout) {
    this.unit = unit;
    this.layout = layout;
  }

  Cut write(Piece.Member member) {
    TypeDeclaration<?> type = member.type();
    List<BodyDeclaration<?>> members = type.getMembers();
    if (member.declaresField() && member.predecessor().isEmpty() && !members.isEmpty()) {
      return before(member, members.get(0)).of(member, Rewriting.order(member.source()));
    }
    Optional<Node> after = member
        .predecessor()
        .or(() ->
            members.isEmpty() ? Optional.empty() : Optional.of(members.get(members.size() - 1)));
    String order = Rewriting.order(member.source());
    return after
        .map(node -> behind(member, node))
        .orElseGet(() -> intoEmpty(member))
        .of(member, order);
  }

  private Cut before(Piece.Member member, Node first) {
    int start =
        Math.min(unit.start(first), first.getComment().map(unit::start).orElse(Integer.MAX_VALUE));
    String indent = layout.opensLine(start) ? layout.indentAt(start) : inner(member.type());
    String gap = first instanceof FieldDeclaration ? "" : layout.lineEnd();
    return Cut.begins(
        start, 0, 1, layout.fit(member.source(), indent) + layout.lineEnd() + gap + indent);
  }

  private Cut behind(Piece.Member member, Node node) {
    int end = unit.end(node);
    int rest = layout.restOfLine(end);
    String indent = layout.opensLine(unit.start(node))
        ? layout.indentAt(unit.start(node))
        : inner(member.type());
    String text =
        layout.lineEnd() + layout.lineEnd() + indent + layout.fit(member.source(), indent);
    return rest >= 0
        ? Cut.ends(rest, 0, 1, text)
        : Cut.ends(end, 0, 1, text + layout.lineEnd() + layout.indentAt(unit.start(member.type())));
  }

  private Cut intoEmpty(Piece.Member member) {
    TypeDeclaration<?> type = member.type();
    int brace = unit.end(type) - 1;
    String indent = inner(type);
    String semicolon =
        type instanceof EnumDeclaration constants && lacksSemicolon(constants, brace) ? ";" : "";
    String text = layout.fit(member.source(), indent) + layout.lineEnd();
    return layout.opensLine(brace) && semicolon.isEmpty()
        ? Cut.begins(layout.lineStart(brace), 0, 1, indent + text)
        : Cut.begins(
            brace,
            0,
            1,
            semicolon + layout.lineEnd() + indent + text + layout.indentAt(unit.start(type)));
  }

  private boolean lacksSemicolon(EnumDeclaration type, int brace) {
    int from = type.getEntries().isEmpty()
        ? brace
        : unit.end(type.getEntries().get(type.getEntries().size() - 1));
    return !Tokens.of(unit.text().substring(from, brace)).contains(";");
  }

  private String inner(TypeDeclaration<?> type) {
    return layout.indentAt(unit.start(type)) + layout.unit();
  }
}

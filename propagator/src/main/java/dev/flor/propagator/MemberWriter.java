package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
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

  List<Cut> write(List<Piece.Member> members) {
    return members.stream().map(member -> write(member, members)).toList();
  }

  private Cut write(Piece.Member member, List<Piece.Member> all) {
    TypeDeclaration<?> type = member.type();
    List<BodyDeclaration<?>> members = type.getMembers();
    if (opens(member)) {
      boolean last = all.stream()
          .filter(m -> opens(m) && Nodes.same(m.type(), type))
          .allMatch(
              m -> Rewriting.order(m.source()).compareTo(Rewriting.order(member.source())) <= 0);
      String gap = last && !members.get(0).isFieldDeclaration() ? layout.lineEnd() : "";
      return before(member, members.get(0), gap).of(member, Rewriting.order(member.source()));
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

  /** Whether it comes before all other members. */
  private static boolean opens(Piece.Member member) {
    return member.declaresField()
        && member.predecessor().isEmpty()
        && !member.type().getMembers().isEmpty();
  }

  private Cut before(Piece.Member member, Node first, String gap) {
    int start =
        Math.min(unit.start(first), first.getComment().map(unit::start).orElse(Integer.MAX_VALUE));
    String indent = layout.opensLine(start) ? layout.indentAt(start) : inner(member.type());
    return Cut.begins(
        start, 0, 1, layout.fit(member.source(), indent) + layout.lineEnd() + gap + indent);
  }

  private Cut behind(Piece.Member member, Node node) {
    int end = unit.end(node);
    int rest = layout.restOfLine(end);
    String indent = layout.opensLine(unit.start(node))
        ? layout.indentAt(unit.start(node))
        : inner(member.type());
    String gap = member.declaresField() && followsDirectly(member.source()) ? "" : layout.lineEnd();
    String text = layout.lineEnd() + gap + indent + layout.fit(member.source(), indent);
    return rest >= 0
        ? Cut.ends(rest, 0, 1, text)
        : Cut.ends(end, 0, 1, text + layout.lineEnd() + layout.indentAt(unit.start(member.type())));
  }

  /** Whether no empty line is before it in latest. */
  private static boolean followsDirectly(Piece.Source source) {
    String text = source.unit().text().substring(0, source.start());
    String gap = text.substring(text.stripTrailing().length());
    return (gap + "x").lines().count() <= 2;
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

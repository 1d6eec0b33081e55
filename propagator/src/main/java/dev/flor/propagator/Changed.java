package dev.flor.propagator;

import dev.flor.differ.Outline;
import dev.flor.differ.Outline.Member;
import dev.flor.differ.Skeleton;
import dev.flor.differ.Skeleton.Part;
import dev.flor.differ.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** So much of a file as a compiler has to see to judge what was changed in it: members that are changed, and of others those that they name. */
final class Changed {
  private final Outline outline;
  private final List<Span> parts;
  private final Set<Member> whole = new LinkedHashSet<>();
  private final boolean all;

  /**
   * @param parts what was changed
   */
  Changed(Outline outline, List<Span> parts) {
    this.outline = outline;
    this.parts = List.copyOf(parts);
    Set<String> imported = imported();
    for (Member member : outline.members()) {
      if (touches(span(member)) || names(member, imported)) {
        whole.add(member);
      }
    }
    // A field that is new, or what is done where fields get their values: these have to agree.
    this.all = whole.stream().anyMatch(SourceHeads::builds) || parts.stream().anyMatch(this::aside);
    if (all) {
      outline.members().stream().filter(SourceHeads::builds).forEach(whole::add);
    }
  }

  SourceHeads.Reduced reduced() {
    Set<String> words = words();
    String text = Skeleton.stubs(
        outline,
        m -> whole.contains(m) ? Part.WHOLE : keeps(m, words) ? Part.HEAD : Part.NONE,
        field -> keeps(field, words),
        true);
    List<Span> judged = all
        ? List.of(new Span(0, outline.text().length()))
        : whole.stream().map(Changed::span).toList();
    return new SourceHeads.Reduced(text, parts, judged);
  }

  /** What an import brings may mean something else in the members that use its name. */
  private Set<String> imported() {
    Set<String> names = new TreeSet<>();
    for (Span directive : outline.directives()) {
      if (touches(directive)) {
        names.addAll(outline.declared(directive));
      }
    }
    return names;
  }

  private boolean names(Member member, Set<String> names) {
    return !names.isEmpty() && outline.words(span(member)).stream().anyMatch(names::contains);
  }

  /** Whether something was changed in no member. */
  private boolean aside(Span part) {
    return outline.members().stream()
        .map(Changed::span)
        .noneMatch(span -> span.start() <= part.start() && part.end() <= span.end());
  }

  private boolean touches(Span span) {
    return parts.stream().anyMatch(part -> meets(part, span));
  }

  private static boolean meets(Span part, Span span) {
    return part.start() <= span.end() && part.end() >= span.start();
  }

  private static Span span(Member member) {
    return new Span(member.head().start(), member.body().end());
  }

  private boolean keeps(Member member, Set<String> words) {
    return SourceHeads.builds(member) || words.contains(member.name());
  }

  private boolean keeps(Span field, Set<String> words) {
    return all || outline.declared(field).stream().anyMatch(words::contains);
  }

  /** All words that matter: those of what is kept for its name may name something more. */
  private Set<String> words() {
    Set<String> words = new TreeSet<>();
    between().forEach(span -> words.addAll(outline.words(span)));
    whole.forEach(member -> words.addAll(outline.words(span(member))));
    Set<Member> members = new LinkedHashSet<>(outline.members());
    Set<Span> fields = new LinkedHashSet<>(outline.fields());
    while (members.removeIf(member -> keeps(member, words) && add(member.head(), words))
        || fields.removeIf(field -> keeps(field, words) && add(field, words))) {
      // what was added may name one that was left
    }
    return words;
  }

  private boolean add(Span part, Set<String> words) {
    words.addAll(outline.words(part));
    return true;
  }

  /** What is neither a member, nor a field, nor an import: heads of types, methods without bodies, constants of enums. */
  private List<Span> between() {
    TreeSet<Span> others = new TreeSet<>(outline.fields());
    others.addAll(outline.directives());
    outline.members().forEach(member -> others.add(span(member)));
    List<Span> between = new ArrayList<>();
    int at = 0;
    for (Span other : others) {
      if (other.start() > at) {
        between.add(new Span(at, other.start()));
      }
      at = Math.max(at, other.end());
    }
    between.add(new Span(at, outline.text().length()));
    return between;
  }
}

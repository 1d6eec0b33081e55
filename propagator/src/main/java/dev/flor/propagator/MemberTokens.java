package dev.flor.propagator;

import dev.flor.differ.Outline;
import dev.flor.differ.Outline.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The tokens of a file, member by member, without parsing it. */
final class MemberTokens {
  private MemberTokens() {}

  /** Of each of the members that are wanted, and of all that is outside of members: methods without a body are there. */
  static List<List<String>> of(Outline file, Predicate<Member> wanted) {
    List<List<String>> all = new ArrayList<>();
    StringBuilder outside = new StringBuilder();
    int at = 0;
    for (Member member : file.members()) {
      outside.append(file.text(), at, member.head().start()).append(' ');
      at = member.body().end();
      if (wanted.test(member)) {
        all.add(Tokens.of(file.text().substring(member.head().start(), at)));
      }
    }
    all.add(Tokens.of(outside.append(file.text(), at, file.text().length()).toString()));
    return all;
  }
}

package dev.flor.propagator;

import java.util.ArrayList;
import java.util.List;

/** A propagation as lines of text, the way case files write it. */
final class Report {
  private Report() {}

  static List<String> refusals(Propagation carried, int shift) {
    return carried.placements().stream()
        .flatMap(p ->
            p instanceof Placement.Refused refused ? List.of(line(refused, shift)).stream() : null)
        .toList();
  }

  static List<String> remarks(Propagation carried, int shift) {
    List<String> remarks = new ArrayList<>();
    for (Placement placement : carried.placements()) {
      String name = placement.probe().name().orElse("-");
      placement.fold(
          inserted -> {
            remarks.add(name + " inserted " + inserted.file() + ":" + (inserted.line() - shift));
            inserted.renames().forEach((from, to) -> remarks.add("rename " + from + " " + to));
            inserted.carried().forEach(what -> remarks.add("carried " + what));
            inserted.warnings().forEach(what -> remarks.add("warning " + what));
            return null;
          },
          present ->
              remarks.add(name + " present " + present.file() + ":" + (present.line() - shift)),
          refused -> null);
    }
    return remarks;
  }

  static List<String> all(Propagation carried, int shift) {
    List<String> all = new ArrayList<>(refusals(carried, shift));
    all.addAll(remarks(carried, shift));
    for (Placement placement : carried.placements()) {
      if (placement instanceof Placement.Inserted inserted) {
        all.add(inserted.explanation());
      }
    }
    return all;
  }

  private static String line(Placement.Refused refused, int shift) {
    int line = refused.file().equals("Case.java") ? refused.line() - shift : refused.line();
    return refused.probe().name().orElse("-") + " " + refused.reason().id() + " " + refused.file()
        + ":" + line + " " + refused.detail();
  }
}

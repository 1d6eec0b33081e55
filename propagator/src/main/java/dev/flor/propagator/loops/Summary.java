package dev.flor.propagator.loops;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What code does to what it is given: in terms of its own {@code this}, parameters and static fields. */
final class Summary {
  private final SortedMap<Root, Effect> effects = new TreeMap<>();
  private final SortedSet<Flow> flows = new TreeSet<>();
  private final SortedSet<Root> returns = new TreeSet<>();

  boolean add(Effect effect) {
    Effect known = effects.get(effect.root());
    boolean tellsMore =
        !effect.root().isHeld() && (known == null || (effect.sure() && !known.sure()));
    if (tellsMore) {
      effects.put(effect.root(), effect);
    }
    return tellsMore;
  }

  boolean add(Flow flow) {
    return !flow.into().isHeld() && flows.add(flow);
  }

  boolean addReturned(Set<Root> roots) {
    return returns.addAll(roots);
  }

  Map<Root, Effect> effects() {
    return effects;
  }

  Set<Flow> flows() {
    return flows;
  }

  Set<Root> returns() {
    return returns;
  }

  int size() {
    int sure = (int) effects.values().stream().filter(Effect::sure).count();
    return effects.size() + sure + flows.size() + returns.size();
  }
}

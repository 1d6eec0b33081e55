package dev.flor;

/** The loops that one thread is in, innermost on top, and what is enrolled around them. */
final class ThreadLoops {
  private final Thread thread = Thread.currentThread();
  private LoopFrame top;
  private Context context;
  private Enrolment enrolment;

  /** Of the thread that makes it. */
  ThreadLoops(Context base) {
    this.context = base;
  }

  /** Whether it is this thread that asks. */
  boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  /** Where a value logged now belongs. */
  Context context() {
    return context;
  }

  /** Where a value of this name belongs; loops that the program has left are closed first. */
  Context contextOf(String name) {
    if (top != null && top.needsLook(name)) {
      abandonLeft(Whereabouts.now());
      if (top != null) {
        top.looked(name);
      }
    }
    return context;
  }

  LoopFrame top() {
    return top;
  }

  /** What is enrolled, innermost; null when nothing is. */
  Enrolment enrolment() {
    return enrolment;
  }

  void enroll(Enrolment next) {
    enrolment = next;
  }

  void push(LoopFrame frame) {
    top = frame;
  }

  void enter(Context turn) {
    context = turn;
  }

  /** Closes the loops above {@code frame}: they were left by a break, a return or an exception. */
  void abandonAbove(LoopFrame frame) {
    while (top != frame && top != null) {
      LoopFrame left = top;
      left.abandon();
      pop(left);
    }
  }

  /** Closes the innermost loops that the program has left by now. */
  void abandonLeft(Whereabouts now) {
    while (top != null && top.left(now)) {
      abandonAbove(top.below());
    }
  }

  /** Goes to a context of another thread; the loops of this one wait. */
  Place visit(Context other) {
    Place before = new Place(top, context, enrolment);
    top = null;
    context = other;
    enrolment = null;
    return before;
  }

  /** Comes back from a visit. */
  void leave(Place before) {
    abandonAbove(null);
    top = before.top;
    context = before.context;
    enrolment = before.enrolment;
  }

  /** Where a thread was before it went elsewhere. */
  static final class Place {
    private final LoopFrame top;
    private final Context context;
    private final Enrolment enrolment;

    private Place(LoopFrame top, Context context, Enrolment enrolment) {
      this.top = top;
      this.context = context;
      this.enrolment = enrolment;
    }
  }

  void pop(LoopFrame frame) {
    top = frame.below();
    context = frame.outer();
  }
}

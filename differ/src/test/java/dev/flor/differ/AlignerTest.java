package dev.flor.differ;

import static dev.flor.differ.Aligning.aligning;
import static dev.flor.differ.Aligning.body;

import org.junit.jupiter.api.Test;

class AlignerTest {
  @Test
  void aRenamedLocalVariableMaps() {
    aligning(body("double loss = net.step(n); use(loss);"))
        .with(body("double l = net.step(n); use(l);"))
        .maps(
            "double loss = net.step(n); -> double l = net.step(n);",
            "use(loss); -> use(l);",
            "loss -> l");
  }

  @Test
  void aRenamedLoopVariableMaps() {
    aligning(body("for (int i = 0; i < n; i++) { step(i); Flor.log(\"i\", i); }"))
        .with(body("for (int k = 0; k < n; k++) { step(k); }"))
        .maps(
            "for (int i = 0; i < n; i++) -> for (int k = 0; k < n; k++)",
            "step(i); -> step(k);",
            "Flor.log(\"i\", i); -> -",
            "i -> k");
  }

  @Test
  void aStatementWrappedInAnIfMaps() {
    aligning(body(
            "for (int e = 0; e < n; e++) { step(e); if (e % 5 == 0) { evaluate(model, e); } }"))
        .with(body("for (int e = 0; e < n; e++) { step(e); evaluate(model, e); }"))
        .maps(
            "if (e % 5 == 0) -> -",
            "evaluate(model, e); -> evaluate(model, e);", "step(e); -> step(e);");
  }

  @Test
  void aChangedStatementThatWentIntoAnotherBlockMaps() {
    aligning(
            body(
                "if (id.equals(other)) { call.grant(true); call.register(other); } else { call.grant(false); } end();"))
        .with(
            body(
                "if (id.equals(two)) { call.grant(true); } else { call.grant(false); } if (call.granted()) { call.register(two); } end();"))
        .maps("call.register(other); -> call.register(two);");
  }

  @Test
  void aLoopWrappedInATryMaps() {
    aligning(
            body(
                "try (var c = Flor.checkpointing(model)) { for (int e = 0; e < n; e++) { step(e); log(e); } }"))
        .with(body("for (int e = 0; e < n; e++) { step(e); }"))
        .maps("for (int e = 0; e < n; e++) -> for (int e = 0; e < n; e++)", "step(e); -> step(e);");
  }

  @Test
  void aCountingLoopMapsToALoopOverItems() {
    aligning(
            body(
                "for (int epoch : Flor.loop(\"epoch\", Flor.range(n))) { shuffle(); double loss = train(epoch); }"))
        .with(body(
            "for (int epoch = 0; epoch < n; epoch++) { shuffle(); double loss = train(epoch); }"))
        .maps(
            "for (int epoch : Flor.loop(\"epoch\", Flor.range(n))) -> for (int epoch = 0; epoch < n; epoch++)",
            "double loss = train(epoch); -> double loss = train(epoch);",
            "epoch -> epoch");
  }

  @Test
  void anEmptiedBodyMapsByItsHeader() {
    aligning(body("before(); if (loss < best) { } after();"))
        .with(body("before(); if (loss < best) { best = loss; save(model); } after();"))
        .maps("if (loss < best) -> if (loss < best)");
  }

  @Test
  void anUnrelatedStatementInTheSamePlaceDoesNotMap() {
    aligning(body("before(); foo.bar(1); after();"))
        .with(body("before(); System.gc(); after();"))
        .maps("before(); -> before();", "foo.bar(1); -> -", "after(); -> after();");
  }

  @Test
  void repeatedStatementsMapByTheirNeighbours() {
    aligning(body("i++; a(); i++; b(); i++; c();"))
        .with(body("a(); i++; b(); i++; c();"))
        .maps("a(); -> a();", "b(); -> b();", "c(); -> c();");
  }

  @Test
  void catchClausesMapByTheirType() {
    aligning(body(
            "try { read(n); } catch (IOException e) { warn(e); } catch (RuntimeException e) { }"))
        .with(body(
            "try { read(n); } catch (RuntimeException e) { die(e); } catch (IOException e) { }"))
        .maps("catch (IOException e) -> catch (IOException e)", "read(n); -> read(n);");
  }

  @Test
  void theBranchesOfAnIfKeepTheirPlaces() {
    aligning(body("if (n > 0) { a(); } else { b(); }"))
        .with(body("if (n > 0) { b(); } else { c(); }"))
        .maps("if (n > 0) -> if (n > 0)");
  }

  @Test
  void aRenamedMethodMapsByItsBody() {
    aligning(
            "class A { double trainEpoch(Data d) { double s = 0; for (Row r : d) { s += step(r); } return s / d.size(); } }")
        .with(
            "class A { double epoch(Data d) { double s = 0; for (Row r : d) { s += step(r); } return s / d.size(); } }")
        .maps(
            "double trainEpoch(Data d) -> double epoch(Data d)",
            "return s / d.size(); -> return s / d.size();",
            "trainEpoch -> epoch");
  }

  @Test
  void aRenamedClassMaps() {
    aligning("class Network { int size; Network(int s) { size = s; } int size() { return size; } }")
        .with("class Net { int size; Net(int s) { size = s; } int size() { return size; } }")
        .maps(
            "class Network -> class Net",
            "Network(int s) -> Net(int s)",
            "size = s; -> size = s;",
            "Network -> Net");
  }

  @Test
  void anExtractedMethodMapsStatementByStatement() {
    aligning(
            "class A { void train(D d) { for (B b : d) { double loss = step(b); } }"
                + " double step(B b) { double[] out = net.forward(b.x()); double loss = cross(out, b.y()); net.backward(out, b.y()); return loss; } }")
        .with("class A { void train(D d) { for (B b : d) { double[] out = net.forward(b.x());"
            + " double loss = cross(out, b.y()); net.backward(out, b.y()); } } }")
        .maps(
            "for (B b : d) -> for (B b : d)",
            "double[] out = net.forward(b.x()); -> double[] out = net.forward(b.x());",
            "double loss = cross(out, b.y()); -> double loss = cross(out, b.y());",
            "net.backward(out, b.y()); -> net.backward(out, b.y());");
  }

  @Test
  void overloadsMapBySignature() {
    aligning("class A { void f(int a) { x(); } void f(String a) { y(); } }")
        .with("class A { void f(String a) { x(); } void f(int a) { y(); } }")
        .maps("void f(int a) -> void f(int a)", "void f(String a) -> void f(String a)");
  }

  @Test
  void aMethodWithANewParameterMaps() {
    aligning("class A { void f(int a, double rate) { go(a); } void g() { } }")
        .with("class A { void g() { } void f(int a) { go(a); } }")
        .maps(
            "void f(int a, double rate) -> void f(int a)",
            "go(a); -> go(a);",
            "void g() -> void g()");
  }

  @Test
  void fieldsMapByNameAndThenByTypeAndValue() {
    aligning("class A { double rate = 0.1; int hidden = 64; }")
        .with("class A { int hidden = 32; double learningRate = 0.1; }")
        .maps("hidden = 64 -> hidden = 32", "rate = 0.1 -> learningRate = 0.1");
  }

  @Test
  void newAndRemovedMethodsDoNotMap() {
    aligning(
            "class A { void a() { one(); } double norm(double[] g) { return Math.sqrt(dot(g, g)); } }")
        .with("class A { void a() { one(); } void print(String s) { System.out.println(s); } }")
        .maps("void a() -> void a()", "double norm(double[] g) -> -");
  }

  @Test
  void changedArgumentsKeepTheStatement() {
    aligning(body("model.update(grad, rate * decay, n);"))
        .with(body("model.update(grad, rate);"))
        .maps(
            "model.update(grad, rate * decay, n); -> model.update(grad, rate);",
            "grad -> grad",
            "model -> model");
  }

  @Test
  void commentsAndLayoutDoNotMatter() {
    aligning("class A {\n  // a comment\n  void m(int n) { /* in */ f(n); // tail\n }\n}")
        .with("class A { void m(int n)\n{\n f(\n n\n );\n}\n}")
        .maps("void m(int n) -> void m(int n)", "f(n); -> f( n );");
  }

  @Test
  void aLambdaBodyMaps() {
    aligning(body("rows.forEach(r -> { double y = net.out(r); sum(y); Flor.log(\"y\", y); });"))
        .with(body("rows.forEach(row -> { double y = net.out(row); sum(y); });"))
        .maps(
            "sum(y); -> sum(y);", "double y = net.out(r); -> double y = net.out(row);", "r -> row");
  }

  @Test
  void aMethodMovedToAnotherClassOfTheFileMaps() {
    aligning(
            "class A { void m() { } } class B { double norm(double[] g) { double s = 0; for (double x : g) s += x * x; return s; } }")
        .with(
            "class A { void m() { } double norm(double[] g) { double s = 0; for (double x : g) s += x * x; return s; } } class B { }")
        .maps("double norm(double[] g) -> double norm(double[] g)");
  }

  @Test
  void switchEntriesMapByTheirLabels() {
    aligning(body("switch (n) { case 1: a(); break; case 3: c(); break; default: d(); }"))
        .with(body("switch (n) { case 1: a(); break; case 2: b(); break; default: d(); }"))
        .maps("a(); -> a();", "d(); -> d();");
  }
}

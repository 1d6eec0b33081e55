package dev.flor.replay.build;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleElementVisitor14;

/**
 * The shape of a type: all that the compilation of another file can depend on, and nothing of what is in its methods. Private members
 * belong to it: a hidden one can hide one that is further out.
 */
final class Shapes extends SimpleElementVisitor14<Void, String> {
  private final Elements elements;
  private final StringBuilder text = new StringBuilder();

  private Shapes(Elements elements) {
    this.elements = elements;
  }

  static String of(TypeElement type, Elements elements) {
    Shapes shapes = new Shapes(elements);
    shapes.visit(type, "");
    return shapes.text.toString();
  }

  private StringBuilder begin(Element element, String indent) {
    text.append(indent)
        .append(element.getKind())
        .append(' ')
        .append(element.getModifiers())
        .append(elements.isDeprecated(element) ? " deprecated " : " ")
        .append(annotations(element))
        .append(element.getSimpleName());
    return text;
  }

  private static String annotations(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(AnnotationMirror::toString)
        .collect(Collectors.joining(" ", "", " "));
  }

  private static String parameters(List<? extends TypeParameterElement> parameters) {
    return parameters.stream()
        .map(one -> annotations(one) + one + " extends " + one.getBounds())
        .collect(Collectors.joining(", ", "<", ">"));
  }

  @Override
  public Void visitType(TypeElement type, String indent) {
    begin(type, indent)
        .append(' ')
        .append(type.getQualifiedName())
        .append(parameters(type.getTypeParameters()))
        .append(" extends ")
        .append(type.getSuperclass())
        .append(" implements ")
        .append(type.getInterfaces())
        .append(" permits ")
        .append(type.getPermittedSubclasses())
        .append('\n');
    type.getEnclosedElements().forEach(member -> visit(member, indent + " "));
    return null;
  }

  @Override
  public Void visitVariable(VariableElement field, String indent) {
    Object constant = field.getConstantValue();
    begin(field, indent).append(' ').append(field.asType());
    if (constant != null) {
      text.append(" = ").append(elements.getConstantExpression(constant));
    }
    text.append('\n');
    return null;
  }

  @Override
  public Void visitExecutable(ExecutableElement method, String indent) {
    begin(method, indent)
        .append(parameters(method.getTypeParameters()))
        .append(method.getReturnType())
        .append(method.isVarArgs() ? " varargs" : "")
        .append(" throws ")
        .append(method.getThrownTypes())
        .append(" default ")
        .append(method.getDefaultValue())
        .append('\n');
    method.getParameters().forEach(parameter -> visit(parameter, indent + " "));
    return null;
  }

  @Override
  public Void visitRecordComponent(RecordComponentElement component, String indent) {
    begin(component, indent).append(' ').append(component.asType()).append('\n');
    return null;
  }
}

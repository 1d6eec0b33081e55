package dev.flor.replay.project;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Finds what one build file declares the encoding of sources to be, without running the build tool. */
final class DeclaredEncoding {
  private static final List<String> PROPERTIES =
      List.of("encoding", "maven.compiler.encoding", "project.build.sourceEncoding");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

  /** A literal, so that what looks like a comment in it is none, or a comment. */
  private static final Pattern GRADLE_COMMENT = Pattern.compile(
      "'(?:[^'\\\\\\n]|\\\\.)*+'|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|(?s:/\\*.*?\\*/)|//[^\\n]*");

  private static final Pattern GRADLE = Pattern.compile(
      "\\boptions\\s*(?:\\*?\\.|\\{[^}]*?\\b)\\s*encoding\\s*(?:=|\\.set\\()?\\s*['\"]([^'\"]+)['\"]");

  /** What is in an element whose name ends so, or is told to an option that is called so. */
  private static final Pattern VALUE = Pattern.compile(
      "<[^/<>?!]*ncoding[^<>]*>\\s*([^<]*?)\\s*(?=<)|ncoding\\s*(?:=|\\.set\\()?\\s*['\"]([^'\"]*)");

  private static final String PLAIN = "class A { int a = 1; // \"x\" }\n";

  private DeclaredEncoding() {}

  /** Whether a build file may declare another one than UTF-8: to find that out exactly takes as long as to start. */
  static boolean mayBeOther(String file, String text) {
    Matcher matcher = VALUE.matcher(isPom(file) ? text : uncommented(text));
    while (matcher.find()) {
      String value = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      if (!value.equalsIgnoreCase("UTF-8") && !value.endsWith("ncoding}")) {
        return true;
      }
    }
    return false;
  }

  /** Nothing where nothing is declared, or no encoding that this Java knows. */
  static Optional<Charset> in(String file, String text) {
    if (!text.contains("ncoding")) {
      return Optional.empty();
    }
    return (isPom(file) ? inPom(text) : inGradle(uncommented(text)))
        .flatMap(DeclaredEncoding::charset);
  }

  /** None that writes ASCII otherwise than it is: a patch of such a file would be no patch. */
  private static Optional<Charset> charset(String name) {
    try {
      Charset charset = Charset.forName(name);
      return Optional.of(charset)
          .filter(c -> c.canEncode()
              && Arrays.equals(PLAIN.getBytes(c), PLAIN.getBytes(StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static boolean isPom(String file) {
    return file.endsWith(".xml");
  }

  /** A build file of Gradle without its comments. */
  private static String uncommented(String text) {
    return GRADLE_COMMENT
        .matcher(text)
        .replaceAll(
            found -> found.group().startsWith("/") ? " " : Matcher.quoteReplacement(found.group()));
  }

  private static Optional<String> inGradle(String text) {
    Matcher matcher = GRADLE.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** What the compiler's plugin is told, or else what it takes from the properties. */
  private static Optional<String> inPom(String text) {
    return parsed(text).flatMap(project -> ofPlugin(project).or(() -> PROPERTIES.stream()
        .flatMap(name -> property(project, name).stream())
        .findFirst()));
  }

  private static Optional<String> ofPlugin(Element project) {
    return child(project, "build").stream()
        .flatMap(build -> Stream.concat(
            child(build, "plugins").stream(),
            child(build, "pluginManagement")
                .flatMap(management -> child(management, "plugins"))
                .stream()))
        .flatMap(plugins -> children(plugins, "plugin").stream())
        .filter(plugin -> child(plugin, "artifactId")
            .filter(id -> text(id).equals("maven-compiler-plugin"))
            .isPresent())
        .flatMap(plugin -> child(plugin, "configuration").stream())
        .flatMap(configuration -> child(configuration, "encoding").stream())
        .flatMap(encoding -> value(project, text(encoding)).stream())
        .findFirst();
  }

  private static Optional<String> property(Element project, String name) {
    return child(project, "properties")
        .flatMap(properties -> child(properties, name))
        .flatMap(property -> value(project, text(property)));
  }

  /** A property's name may stand for its value; one that is not in this file is taken from a build file above. */
  private static Optional<String> value(Element project, String text) {
    Matcher reference = REFERENCE.matcher(text);
    return reference.matches()
        ? child(project, "properties")
            .flatMap(properties -> child(properties, reference.group(1)))
            .map(DeclaredEncoding::text)
        : Optional.of(text);
  }

  private static Optional<Element> parsed(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return Optional.of(
          builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
    } catch (SAXException | IOException notXml) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Element element) {
    return element.getTextContent().strip();
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}

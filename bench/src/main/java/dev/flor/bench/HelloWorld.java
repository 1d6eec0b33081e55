package dev.flor.bench;

/** The limit of every command line in Java: a virtual machine that starts and says one word. */
final class HelloWorld {
  private HelloWorld() {}

  public static void main(String... args) {
    System.out.println("hello");
  }
}

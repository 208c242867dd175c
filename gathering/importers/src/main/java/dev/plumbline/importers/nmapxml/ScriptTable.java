package dev.plumbline.importers.nmapxml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The structured output of one script, as a tree of bounded size. */
final class ScriptTable {
  private static final int MOST_NODES = 20_000;
  private static final int LONGEST = 20_000;

  /** A table or an element of one; an element has a text and no children. */
  static final class Node {
    private final String key;
    private final List<Node> children = new ArrayList<>();
    private String text = "";

    Node(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }

    String text() {
      return text;
    }

    List<Node> children() {
      return List.copyOf(children);
    }

    Optional<Node> child(String name) {
      return children.stream().filter(c -> c.key.equals(name)).findFirst();
    }

    /** The text of a child; empty when there is none. */
    String text(String name) {
      return child(name).map(Node::text).orElse("");
    }

    /** The texts of the children of a child. */
    List<String> texts(String name) {
      return child(name).map(c -> c.children.stream().map(Node::text).toList()).orElse(List.of());
    }
  }

  private final String id;
  private final String output;
  private final Node root = new Node("");
  private final Deque<Node> path = new ArrayDeque<>();
  private int nodes;

  ScriptTable(String id, String output) {
    this.id = id;
    this.output = output.length() > LONGEST ? output.substring(0, LONGEST) : output;
    path.push(root);
  }

  void start(String key) {
    Node node = new Node(key);
    if (++nodes <= MOST_NODES) {
      path.element().children.add(node);
    }
    path.push(node);
  }

  void endTable() {
    if (path.size() > 1) {
      path.pop();
    }
  }

  void endElement(String text) {
    if (path.size() > 1) {
      path.pop().text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
  }

  String id() {
    return id;
  }

  String output() {
    return output;
  }

  Node root() {
    return root;
  }
}

package dev.plumbline.importers.shared.xml;

import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.format.XmlInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands out the elements with certain names, each with the texts and attributes inside it; an
 * element inside one that is handed out is part of it.
 */
public final class XmlRecords implements XmlInput.Handler {
  private static final int MOST_TEXTS = 2_000;
  private static final int LONGEST = 4_000;

  /** Takes one element. */
  @FunctionalInterface
  public interface Taker {
    void take(XmlRecord element) throws MalformedImportException;
  }

  private record Open(String name, Map<String, String> attributes) {}

  private final String root;
  private final Map<String, Taker> takers;
  private final Listener listener;
  private final Deque<Open> path = new ArrayDeque<>();
  private Map<String, List<String>> texts = new LinkedHashMap<>();
  private int count;
  private int inside;
  private int line;

  /** The same without anything to tell when elements begin. */
  public XmlRecords(String root, Map<String, Taker> takers) {
    this(root, takers, (name, attributes) -> {});
  }

  /** Hears of each element outside those that are handed out. */
  @FunctionalInterface
  public interface Listener {
    void begins(String name, Map<String, String> attributes);
  }

  /**
   * @param root name of the root
   * @param takers by element name; that of the root is asked when the document ends
   */
  public XmlRecords(String root, Map<String, Taker> takers, Listener listener) {
    this.root = root;
    this.takers = Map.copyOf(takers);
    this.listener = listener;
  }

  @Override
  public void start(String name, Map<String, String> attributes, int at)
      throws MalformedImportException {
    if (path.isEmpty() && !name.equals(root)) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "its root is " + name + ", not " + root, at, 0);
    }
    path.addLast(new Open(name, attributes));
    if (inside == 0 && takers.containsKey(name) && path.size() > 1) {
      inside = path.size();
      line = at;
      texts = new LinkedHashMap<>();
      count = 0;
    } else if (inside == 0) {
      listener.begins(name, attributes);
    } else {
      attributes.forEach((key, value) -> put(relative() + "@" + key, value));
    }
  }

  private String relative() {
    return String.join("/", path.stream().skip(inside).map(Open::name).toList());
  }

  private void put(String key, String value) {
    if (++count <= MOST_TEXTS) {
      texts
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }
  }

  @Override
  public void end(String name, String text) throws MalformedImportException {
    if (inside > 0) {
      put(relative(), text);
    }
    if (inside == path.size() || (path.size() == 1 && takers.containsKey(name))) {
      Map<String, Map<String, String>> ancestors = new HashMap<>();
      path.forEach(open -> ancestors.put(open.name(), open.attributes()));
      Taker taker = takers.get(name);
      if (taker != null) {
        taker.take(new XmlRecord(path.getLast().attributes(), ancestors, texts, line));
      }
      inside = 0;
      texts = new LinkedHashMap<>();
    }
    path.removeLast();
  }
}

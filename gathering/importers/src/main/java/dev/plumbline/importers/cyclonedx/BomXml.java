package dev.plumbline.importers.cyclonedx;

import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.format.XmlInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The XML form. */
final class BomXml implements XmlInput.Handler {
  private final Bom bom;
  private final Deque<String> path = new ArrayDeque<>();
  private final Deque<Map<String, String>> open = new ArrayDeque<>();
  private final List<String> affected = new ArrayList<>();

  BomXml(Bom bom) {
    this.bom = bom;
  }

  @Override
  public void start(String name, Map<String, String> attributes, int line)
      throws MalformedImportException {
    if (path.isEmpty() && !"bom".equals(name)) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it is no bill of materials", line, 0);
    }
    path.push(name);
    switch (name) {
      case "component", "vulnerability", "tool", "composition" -> {
        Map<String, String> fields = new HashMap<>();
        fields.put("bom-ref", attributes.getOrDefault("bom-ref", ""));
        fields.put("type", attributes.getOrDefault("type", ""));
        fields.put("ref", attributes.getOrDefault("ref", ""));
        open.push(fields);
        affected.clear();
      }
      case "source" -> {
        if (!open.isEmpty() && attributes.containsKey("name")) {
          open.peek().putIfAbsent("source/name", attributes.getOrDefault("name", ""));
        }
      }
      default -> {}
    }
  }

  @Override
  public void end(String name, String text) {
    path.pop();
    String parent = path.isEmpty() ? "" : path.peek();
    switch (name) {
      case "timestamp" -> {
        if (parent.equals("metadata")) {
          bom.created(text);
        }
      }
      case "component" -> component(open.pop());
      case "tool" -> {
        Map<String, String> tool = open.pop();
        bom.tool(field(tool, "name"), field(tool, "version"));
      }
      case "composition" -> bom.aggregate(field(open.pop(), "aggregate"));
      case "vulnerability" -> vulnerability(open.pop());
      case "ref" -> affected.add(text);
      default -> keep(parent, name, text);
    }
  }

  private void keep(String parent, String name, String text) {
    if (open.isEmpty()) {
      return;
    }
    switch (parent) {
      case "component", "vulnerability", "tool", "composition" -> open.peek().put(name, text);
      case "analysis", "rating", "source" -> open.peek().putIfAbsent(parent + "/" + name, text);
      default -> {}
    }
  }

  private void component(Map<String, String> fields) {
    if (path.contains("tools")) {
      bom.tool(field(fields, "name"), field(fields, "version"));
    } else if ("metadata".equals(path.peek())) {
      bom.target(field(fields, "bom-ref"), field(fields, "name"), field(fields, "version"));
    } else {
      bom.component(
          field(fields, "bom-ref"),
          field(fields, "name"),
          field(fields, "version"),
          field(fields, "purl"),
          field(fields, "cpe"),
          field(fields, "type"));
    }
  }

  /** Lists of version 1.2 and 1.3 hold vulnerabilities inside the component, by an extension. */
  private List<String> concerned(String reference) {
    Map<String, String> around = open.isEmpty() ? Map.of() : open.peek();
    if (!affected.isEmpty() || !path.contains("component") || field(around, "name").isEmpty()) {
      return List.copyOf(affected);
    }
    String own = field(around, "bom-ref");
    String name = own.isEmpty() ? field(around, "name") + "@" + field(around, "version") : own;
    String known = reference.isEmpty() ? name : reference;
    bom.remember(known, field(around, "name"), field(around, "version"));
    return List.of(known);
  }

  private void vulnerability(Map<String, String> fields) {
    bom.vulnerability(
        new Bom.Advisory(
            field(fields, "id"),
            field(fields, "rating/severity").toLowerCase(Locale.ROOT),
            field(fields, "source/name"),
            fields.containsKey("analysis"),
            field(fields, "analysis/state"),
            field(fields, "analysis/justification"),
            field(fields, "analysis/detail")),
        concerned(field(fields, "ref")));
  }

  private static String field(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }
}

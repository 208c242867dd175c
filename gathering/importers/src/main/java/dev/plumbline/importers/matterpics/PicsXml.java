package dev.plumbline.importers.matterpics;

import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.format.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * One XML file of a PICS: {@code picsItem} elements anywhere below the root, each with {@code
 * itemNumber} and {@code support}. Extra information for testing ({@code pixitItem}) is passed by.
 */
final class PicsXml implements XmlInput.Handler {
  /** Of a cluster, and of the base items. */
  private static final List<String> ROOTS = List.of("clusterPICS", "generalPICS");

  private static final String ITEM = "picsItem";

  private final PicsItems items;
  private final Reading reading;
  private boolean begun;
  private boolean inside;
  private int line;
  private String code = "";
  private String support = "";

  private PicsXml(PicsItems items, Reading reading) {
    this.items = items;
    this.reading = reading;
  }

  /** Whether text that begins so is such a file. */
  static boolean begins(String text) {
    return text.stripLeading().startsWith("<")
        && ROOTS.stream().anyMatch(r -> text.contains("<" + r));
  }

  static void read(InputStream in, PicsItems items, Reading reading)
      throws IOException, MalformedImportException {
    XmlInput.read(in, new PicsXml(items, reading));
  }

  @Override
  public void start(String name, Map<String, String> attributes, int at)
      throws MalformedImportException {
    if (!begun && !ROOTS.contains(name)) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "its root is " + name + ", not clusterPICS", at, 0);
    }
    begun = true;
    if (name.equals(ITEM)) {
      inside = true;
      line = at;
      code = "";
      support = "";
    }
  }

  @Override
  public void end(String name, String text) throws MalformedImportException {
    if (!inside) {
      return;
    }
    switch (name) {
      case "itemNumber" -> code = text;
      case "support" -> support = text;
      case ITEM -> {
        inside = false;
        items.add(code, support, line, reading);
      }
      default -> {
        // Feature, reference and status say what the item asks, which its code says too.
      }
    }
  }
}

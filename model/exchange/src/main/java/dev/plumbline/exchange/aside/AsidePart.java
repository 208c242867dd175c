package dev.plumbline.exchange.aside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers the texts of a part of an office file that holds such texts alone. */
public final class AsidePart extends DefaultHandler {
  private final Map<String, String> kinds;
  private final String key;
  private final AsideText open;
  private final long most;
  private final List<Aside> asides = new ArrayList<>();
  private String kind = "";
  private String at = "";
  private long letters;

  /**
   * For one part.
   *
   * @param kinds what is gathered, by the local name of its element
   * @param carriers local names of the elements whose characters are text
   * @param key local name of the attribute that tells where a text belongs; empty for none
   * @param most letters that are read; {@link #isCut} tells whether there were more
   */
  public AsidePart(Map<String, String> kinds, Set<String> carriers, String key, long most) {
    this.kinds = Map.copyOf(kinds);
    this.open = new AsideText(carriers);
    this.key = key;
    this.most = most;
  }

  /** The texts in the order of the part, without blank ones. */
  public List<Aside> asides() {
    return List.copyOf(asides);
  }

  /** Whether the part holds more letters than are read. */
  public boolean isCut() {
    return letters > most;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    if (!open.isOpen()) {
      if (!kinds.containsKey(local)) {
        return;
      }
      kind = Objects.requireNonNullElse(kinds.get(local), "");
      at = value(attributes);
    }
    open.start(local);
  }

  private String value(Attributes attributes) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (Objects.requireNonNullElse(attributes.getLocalName(i), "").equals(key)) {
        return Objects.requireNonNullElse(attributes.getValue(i), "");
      }
    }
    return "";
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (open.isOpen()) {
      letters += length;
      if (!isCut()) {
        open.characters(chars, start, length);
      }
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    if (open.isOpen()) {
      Optional<String> said = open.end(local).filter(text -> !text.isBlank());
      said.ifPresent(text -> asides.add(new Aside(kind, at, text)));
    }
  }
}

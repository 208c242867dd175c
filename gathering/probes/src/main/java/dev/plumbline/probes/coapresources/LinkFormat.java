package dev.plumbline.probes.coapresources;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.network.CoapResources;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** The list of a server's resources (RFC 6690). */
final class LinkFormat {
  private static final int MOST = 200;
  private static final BoundedPattern LINK =
      BoundedPattern.compile("<([^<>\\s]{0,500})>((?:;[^,\"]{0,300}(?:\"[^\"]{0,300}\")?){0,20})");

  private LinkFormat() {}

  /**
   * A resource.
   *
   * @param type of it, {@code rt}
   * @param face the interface, {@code if}
   */
  record Link(String path, String type, String face, boolean observable) {
    CoapResources.Resource fact() {
      return new CoapResources.Resource(path, type, face, observable);
    }
  }

  /** The resources of the server itself; a link to another one is none of it. */
  static List<Link> read(String text) {
    List<Link> links = new ArrayList<>();
    Matcher m = LINK.matcher(text);
    while (m.find() && links.size() < MOST) {
      if (m.group(1).matches("/[!-~]*")) {
        String attributes = m.group(2);
        links.add(
            new Link(
                m.group(1),
                attribute(attributes, "rt"),
                attribute(attributes, "if"),
                attributes.matches("(?s).*;obs(?:[;=].*)?")));
      }
    }
    return links;
  }

  /** Whether every link in it was read, so that no resource is missed. */
  static boolean isWhole(String text) {
    boolean local =
        LINK.matcher(text)
            .results()
            .allMatch(m -> m.group(1).matches("/[!-~]*|[a-z][a-z0-9+.-]*://.*"));
    boolean all = LINK.matcher(text).replaceAll("").replaceAll("[,\\s]", "").isEmpty();
    return local && all && LINK.matcher(text).results().count() <= MOST;
  }

  private static String attribute(String attributes, String name) {
    Matcher m =
        BoundedPattern.compile(";" + name + "=(?:\"([^\"]*)\"|([^;,\"]*))").matcher(attributes);
    if (!m.find()) {
      return "";
    }
    return m.group(1) != null ? m.group(1) : m.group(2);
  }
}

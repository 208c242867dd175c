package dev.plumbline.probes.serviceidentification;

import dev.plumbline.core.BoundedPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Which places of a service were read; "nothing given away" counts for those alone. */
final class PlacesRead {
  /** Marks that everything shown before login was read. */
  static final String ALL = "*";

  private static final BoundedPattern LENGTH =
      BoundedPattern.compile("(?im)^content-length:[ \\t]*(\\d{1,9})\\s*$");
  private static final BoundedPattern CODED =
      BoundedPattern.compile("(?im)^content-encoding:[ \\t]*(?!identity)\\S");

  private PlacesRead() {}

  static List<String> at(IdentifiedService service) {
    return switch (service.protocol()) {
      case "unknown" -> new ArrayList<>(List.of("first words"));
      case "http", "upnp" -> page(service.heard());
      default -> new ArrayList<>(List.of("banner", ALL));
    };
  }

  private static List<String> page(PeerText heard) {
    List<String> looked = new ArrayList<>();
    int end = heard.text().indexOf("\r\n\r\n");
    if (end < 0) {
      return looked;
    }
    looked.add("headers");
    String head = heard.text().substring(0, end + 2);
    Matcher length = LENGTH.matcher(head);
    boolean lengthKnown = length.find();
    int body = heard.text().length() - end - 4;
    boolean whole = lengthKnown ? body >= Integer.parseInt(length.group(1)) : heard.whole();
    if (whole && !CODED.matcher(head).find()) {
      looked.add("page");
      looked.add(ALL);
    }
    return looked;
  }
}

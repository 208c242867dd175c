package dev.plumbline.probes.upnpsurface;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A device description (UPnP Device Architecture 2.0, section 2.3).
 *
 * @param devices fields of the root device and of those within it, by their names in the document
 * @param base what the paths are relative to; empty for the document's own place
 */
record Description(List<Map<String, String>> devices, List<Service> services, String base) {
  private static final int MOST_DEVICES = 16;
  static final int MOST_SERVICES = 32;
  private static final int MOST_TEXT = 200;
  private static final List<String> FIELDS =
      List.of(
          "deviceType",
          "friendlyName",
          "manufacturer",
          "modelName",
          "modelNumber",
          "modelDescription",
          "serialNumber",
          "UDN",
          "presentationURL");

  /**
   * A service of a device.
   *
   * @param scpd where its own description lies
   * @param control where its actions are called
   */
  record Service(String type, String scpd, String control) {}

  /** Empty when the text describes no device. */
  static Optional<Description> parse(String text) {
    Document document = Jsoup.parse(text, "", Parser.xmlParser());
    List<Map<String, String>> devices = new ArrayList<>();
    List<Service> services = new ArrayList<>();
    for (Element device : document.select("root device")) {
      if (devices.size() < MOST_DEVICES && !child(device, "deviceType").isEmpty()) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : FIELDS) {
          String value = child(device, field);
          if (!value.isEmpty()) {
            fields.put(field, value);
          }
        }
        devices.add(fields);
      }
    }
    for (Element service : document.select("root device serviceList service")) {
      if (services.size() < MOST_SERVICES) {
        services.add(
            new Service(
                child(service, "serviceType"),
                child(service, "SCPDURL"),
                child(service, "controlURL")));
      }
    }
    String base = document.select("root > URLBase").text().strip();
    return devices.isEmpty()
        ? Optional.empty()
        : Optional.of(new Description(List.copyOf(devices), List.copyOf(services), base));
  }

  private static String child(Element parent, String name) {
    for (Element child : parent.children()) {
      if (child.normalName().equalsIgnoreCase(name)) {
        String text = child.text().strip();
        return text.substring(0, Math.min(MOST_TEXT, text.length()));
      }
    }
    return "";
  }

  /** All that it tells, a line a field. */
  String text() {
    StringBuilder text = new StringBuilder();
    devices.forEach(d -> d.forEach((k, v) -> text.append(k).append(": ").append(v).append('\n')));
    return text.toString();
  }
}

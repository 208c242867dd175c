package dev.plumbline.probes.snmpaccess;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;

/**
 * What is tried and asked for; {@code communities.yaml}.
 *
 * @param nobody a community that nobody has
 * @param system names of the values of the system group
 */
record SnmpLists(
    List<String> communities,
    String nobody,
    List<String> users,
    List<String> system,
    String contact) {
  private static final String FILE = "communities.yaml";

  static SnmpLists load() {
    Mapping file = DataFile.mapping(SnmpLists.class, FILE);
    return new SnmpLists(
        file.texts("communities"),
        text(file, "nobody"),
        file.texts("users"),
        file.texts("system"),
        text(file, "contact"));
  }

  private static String text(Mapping file, String key) {
    return file.text(key).orElseThrow(() -> new IllegalStateException(FILE + ": no " + key));
  }
}

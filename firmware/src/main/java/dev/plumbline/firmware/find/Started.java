package dev.plumbline.firmware.find;

import dev.plumbline.importing.Reading;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code firmware.services}: services that the files of the start-up name. */
final class Started implements Finder {
  private static final String KEY = "firmware.services";

  private record Service(String name, String kind, Pattern pattern) {
    static Service of(Mapping m) {
      return new Service(
          DataFile.needed(m, "name"), DataFile.needed(m, "kind"), DataFile.pattern(m, "pattern"));
    }
  }

  private final List<Service> services;
  private final Pattern files;
  private final Rows rows = new Rows();
  private long scripts;

  Started() {
    Mapping data = DataFile.mapping("services.yaml");
    files = DataFile.pattern(data, "files");
    services = data.mappings("services").stream().map(Service::of).toList();
  }

  @Override
  public void text(Leaf leaf, String text) {
    if (!files.matcher(leaf.node().path()).matches()) {
      return;
    }
    scripts++;
    long line = 0;
    for (String one : text.split("\n", -1)) {
      line++;
      String code = one.strip();
      if (!code.startsWith("#") && !code.startsWith(";")) {
        look(leaf, code, line);
      }
    }
  }

  private void look(Leaf leaf, String code, long line) {
    for (Service service : services) {
      if (service.pattern().matcher(code).find()) {
        rows.add(
            "name", service.name(), "kind", service.kind(), "place", leaf.place(), "line", line);
      }
    }
  }

  @Override
  public void tell(Reading reading, Coverage coverage) {
    if (scripts == 0) {
      reading.undetermined(KEY, "DUT", "no file of the start-up was found in what could be opened");
      return;
    }
    Map<String, Object> looked = new LinkedHashMap<>(coverage.of(rows));
    looked.put("scripts", scripts);
    reading.seen(KEY, "DUT", Map.of("found", rows.all(), "count", rows.count()), looked);
  }
}

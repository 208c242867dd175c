package dev.plumbline.firmware.find;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.firmware.FirmwareServices;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;

/** Services that the files of the start-up name. */
final class Started implements Finder {

  private record Service(String name, String kind, BoundedPattern pattern) {
    static Service of(Mapping m) {
      return new Service(
          FirmwareDataFile.needed(m, "name"),
          FirmwareDataFile.needed(m, "kind"),
          FirmwareDataFile.pattern(m, "pattern"));
    }
  }

  private final List<Service> services;
  private final BoundedPattern files;
  private final Kept<FirmwareServices.Service> rows = new Kept<>();
  private long scripts;

  Started() {
    Mapping data = FirmwareDataFile.mapping("services.yaml");
    files = FirmwareDataFile.pattern(data, "files");
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
            new FirmwareServices.Service(
                service.name(),
                service.kind(),
                Printable.text(leaf.place()),
                Printable.some(line)));
      }
    }
  }

  @Override
  public void tell(Reading reading, ImageCoverage coverage) {
    if (scripts == 0) {
      reading.undetermined(
          FirmwareServices.class,
          "DUT",
          "no file of the start-up was found in what could be opened");
      return;
    }
    reading.seen(
        "DUT",
        new FirmwareServices(
            rows.all(),
            rows.count(),
            scripts,
            ImageCoverage.TARGET,
            coverage.opened(),
            coverage.files(),
            coverage.bytes(),
            coverage.unopened(),
            coverage.complete(rows)));
  }
}

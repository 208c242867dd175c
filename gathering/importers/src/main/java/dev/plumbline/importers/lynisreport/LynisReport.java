package dev.plumbline.importers.lynisreport;

import static dev.plumbline.importers.shared.reading.Fields.moment;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importers.shared.software.Components;
import dev.plumbline.importers.shared.software.Origin;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.observation.firmware.FirmwareAudit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of a report: {@code name=value} and {@code name[]=one of many}. */
final class LynisReport {

  private final Map<String, String> values = new HashMap<>();
  private final Kept<FirmwareAudit.Remark> warnings = new Kept<>();
  private final Kept<FirmwareAudit.Remark> suggestions = new Kept<>();
  private final Set<String> addresses = new LinkedHashSet<>();
  private final Components packages = new Components();
  private boolean ended;

  void line(String line, int number) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      return;
    }
    String name = line.substring(0, equals);
    String value = line.substring(equals + 1);
    switch (name) {
      case "warning[]" -> warnings.add(advice(value));
      case "suggestion[]" -> suggestions.add(advice(value));
      case "network_ipv4_address[]", "network_ipv6_address[]", "network_mac_address[]" ->
          address(value);
      case "installed_packages_array" -> packages(value);
      case "finish" -> ended = "true".equals(value);
      default -> {
        if (!name.endsWith("[]") && values.size() < 1_000) {
          values.put(name, value);
        }
      }
    }
  }

  private static FirmwareAudit.Remark advice(String value) {
    String[] parts = value.split("\\|");
    return new FirmwareAudit.Remark(
        Texts.some(parts[0]), Texts.some(parts.length > 1 ? parts[1] : ""));
  }

  /** Every machine has these two; they tell nothing. */
  private void address(String value) {
    if (!"127.0.0.1".equals(value) && !"::1".equals(value) && addresses.size() < 100) {
      addresses.add(value.toLowerCase(Locale.ROOT));
    }
  }

  private void packages(String value) {
    for (String one : value.split("\\|")) {
      String[] parts = one.split(",", 2);
      packages.add(parts[0], parts.length > 1 ? parts[1] : "", "", "", "");
    }
  }

  void tell(Reading reading) throws MalformedImportException {
    String version = values.getOrDefault("lynis_version", "");
    if (version.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name the Lynis that wrote it");
    }
    String host = values.getOrDefault("hostname", "");
    String start = values.getOrDefault("report_datetime_start", "");
    reading.ran(new ToolRun(version, "", host, moment(start.replace(' ', 'T') + "Z")));
    if (!ofDevice(reading)) {
      return;
    }
    if (!ended) {
      reading.undetermined(FirmwareAudit.class, "DUT", "the audit did not come to its end");
      return;
    }
    reading.seen(
        "DUT",
        new FirmwareAudit(
            Texts.some(Fields.whole(values.getOrDefault("hardening_index", ""))),
            Optional.of(warnings.all()),
            Optional.of(suggestions.all()),
            Optional.empty(),
            Texts.some(host),
            Texts.some(Fields.whole(values.getOrDefault("lynis_tests_done", ""))),
            Texts.some(values.getOrDefault("test_group", ""))));
    if (!packages.isEmpty()) {
      packages.tell(reading, host, Origin.UNTOLD.kind("package manager"));
    }
  }

  /** A report is of one machine, with all its addresses. */
  private boolean ofDevice(Reading reading) {
    for (String address : addresses) {
      boolean declared =
          reading.product().targets().stream().anyMatch(t -> t.address().equalsIgnoreCase(address));
      if (declared || address.equalsIgnoreCase(reading.product().mac())) {
        return true;
      }
    }
    return reading.ofDevice(
        addresses.isEmpty() ? "a machine without addresses" : addresses.iterator().next());
  }
}

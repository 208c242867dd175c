package dev.plumbline.declaration.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of product.yaml. */
final class ProductSchema {
  private ProductSchema() {}

  static Map<String, Object> of(String edition) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("edition", Schemas.one(List.of(edition), "Version of EN 303 645."));
    fields.put(
        "profiles", Schemas.texts("Profiles: ids of shipped ones, or .yaml files of the dossier."));
    fields.put("extends", extension());
    fields.put(
        "variants",
        Schemas.listOrOne(
            "Dossiers that may extend this one.",
            Schemas.pattern("The path of a variant's dossier.", "^\\.\\./")));
    fields.put("product", product());
    fields.put("test", test());
    return Schemas.titled(
        "Product under test",
        Schemas.object(
            "Identification of the product, and what may be sent packets.",
            fields,
            List.of("edition")));
  }

  private static Map<String, Object> extension() {
    Map<String, Object> carried = new LinkedHashMap<>();
    carried.put(
        "results",
        Schemas.listOrOne(
            "Whose results of the base count here too.",
            Schemas.pattern(
                "A section, provision or test unit.",
                "^\\d{1,2}(\\.\\d{1,2})?(-\\d{1,2}[A-Z]?(-\\d{1,2}[a-z])?)?$")));
    carried.put("because", Schemas.text("Why they hold for this product too."));
    Map<String, Object> withdrawn = new LinkedHashMap<>();
    withdrawn.put("row", Schemas.text("Such as 15-PhyIntf/PhyIntf-2."));
    withdrawn.put("because", Schemas.text("Why this product has no such row."));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("dossier", Schemas.pattern("The way to the base's dossier.", "^\\.\\./"));
    fields.put("because", Schemas.text("Why what the base declares is true of this product."));
    fields.put("differs", Schemas.texts("What is another in this product."));
    fields.put(
        "carries",
        Schemas.list(
            "Results of the base that count here too.",
            Schemas.object("Some results.", carried, List.of("results", "because"))));
    fields.put(
        "withdraws",
        Schemas.list(
            "Rows of the base that this product does not have.",
            Schemas.object("A row.", withdrawn, List.of("row", "because"))));
    return Schemas.object(
        "The product that this one is a variant of.", fields, List.of("dossier", "because"));
  }

  private static Map<String, Object> product() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("manufacturer", Schemas.text("Who makes it."));
    fields.put("name", Schemas.text("Name on the box."));
    fields.put("model", Schemas.text("Model designation."));
    fields.put("hardwareVersion", Schemas.text("Hardware version."));
    fields.put(
        "softwareVersion", Schemas.text("Version under assessment; evidence counts for it only."));
    fields.put("serial", Schemas.text("Serial number of the unit."));
    fields.put("mac", Schemas.pattern("MAC address.", "^[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}$"));
    return Schemas.object("The product.", fields, List.of());
  }

  private static Map<String, Object> test() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("unit", Schemas.text("Which unit is tested."));
    fields.put(
        "state",
        Schemas.one(
            List.of("factory-default", "initialized", "other"), "Device state under test."));
    fields.put("targets", Schemas.list("What may be sent packets.", target()));
    fields.put("authorisation", authorisation());
    fields.put(
        "publicPages",
        Schemas.listOrOne(
            "Hosts with port of pages that may be fetched.",
            Schemas.pattern("Host and port.", "^[^\\s/]+:\\d{1,5}$")));
    fields.put("loginBudget", budget());
    fields.put("credentials", Schemas.list("Logins that probes may use.", credential()));
    fields.put("samples", Schemas.text("File with the passwords of sampled units."));
    fields.put(
        "clients", Schemas.list("Servers of the device that Plumbline stands in for.", client()));
    fields.put(
        "equipment",
        Schemas.listOrOne(
            "Test equipment that the driver may call, such as a switchable socket.",
            Schemas.pattern("Address and port.", "^[^\\s/]+:\\d{1,5}$")));
    return Schemas.object("The test.", fields, List.of());
  }

  private static Map<String, Object> target() {
    Map<String, Object> port = new LinkedHashMap<>();
    port.put("type", List.of("integer", "string"));
    port.put("description", "A port, or a range such as 8000-8100.");
    Map<String, Object> ports = new LinkedHashMap<>();
    ports.put("description", "Ports that may be tested.");
    ports.put("anyOf", List.of(port, Schemas.list("Several.", port)));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "address", Schemas.pattern("Numeric IPv4 or IPv6 address.", "^[0-9A-Fa-f.:%\\[\\]]+$"));
    fields.put("ports", ports);
    return Schemas.object("A target.", fields, List.of("address", "ports"));
  }

  private static Map<String, Object> authorisation() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("by", Schemas.text("Who allowed the test."));
    fields.put("date", Schemas.pattern("On which day.", "^\\d{4}-\\d{2}-\\d{2}$"));
    fields.put("statement", Schemas.text("For what."));
    return Schemas.object(
        "Permission; needed for public addresses.", fields, List.of("by", "date", "statement"));
  }

  private static Map<String, Object> budget() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("wrongAttempts", Schemas.number("Wrong logins per mechanism; 0 forbids them."));
    fields.put(
        "bruteForceAttempts", Schemas.number("Of the brute-force test; 0 forbids the test."));
    fields.put(
        "waitSeconds",
        Schemas.number("Longest wait for locked logins, per mechanism; 45 where left out."));
    return Schemas.object("How many wrong logins the device may be sent.", fields, List.of());
  }

  private static Map<String, Object> client() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "listen",
        Schemas.pattern(
            "Numeric address and port of the tester's machine; the unit is pointed there.",
            "^[0-9A-Fa-f.:\\[\\]]+:\\d{1,5}$"));
    fields.put(
        "transport", Schemas.one(List.of("tcp", "udp"), "udp for a device that calls over DTLS."));
    fields.put("host", Schemas.text("Name that the device expects in the certificate."));
    fields.put(
        "authority",
        Schemas.text("PEM file: certificate and key of an authority that this unit trusts."));
    fields.put("waitSeconds", Schemas.number("Longest time until the device calls; 30 if absent."));
    fields.put(
        "rows",
        Schemas.listOrOne(
            "IXIT entries about this connection.",
            Schemas.text("Such as 11-SecComMech/SecComMech-2.")));
    fields.put("serves", updateService());
    return Schemas.object("A server.", fields, List.of("listen", "host", "rows"));
  }

  private static Map<String, Object> updateService() {
    Map<String, Object> path = Schemas.pattern("A path; * stands for any text.", "^/");
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("description", "Where the device fetches an image.");
    image.put("anyOf", List.of(path, Schemas.list("Several.", path)));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("path", path);
    metadata.put("newer", Schemas.text("File of the dossier: as published with the newer image."));
    metadata.put("older", Schemas.text("The same of the older image."));
    metadata.put("other-model", Schemas.text("The same of the image for another model."));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("image", image);
    fields.put(
        "metadata",
        Schemas.list(
            "Files that tell the device of an image.",
            Schemas.object("A file.", metadata, List.of("path", "newer"))));
    fields.put(
        "settleSeconds",
        Schemas.number("Longest time from the first request until the image runs; 120 if absent."));
    return Schemas.object(
        "What the device fetches there, where it is the server of its updates.",
        fields,
        List.of("image"));
  }

  private static Map<String, Object> credential() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("role", Schemas.text("Such as user or administrator."));
    fields.put("user", Schemas.text("User name."));
    fields.put(
        "passwordEnv",
        Schemas.text("Environment variable that holds the password; begins with PLUMBLINE_."));
    fields.put("password", Schemas.text("The password, if it is public anyway."));
    return Schemas.object("A login.", fields, List.of("role", "user"));
  }
}

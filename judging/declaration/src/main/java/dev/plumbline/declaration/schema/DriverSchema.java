package dev.plumbline.declaration.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of driver.yaml: the keys on top and of each step. */
final class DriverSchema {
  private static final String PLACE = "^\\[?[0-9A-Fa-f:.]+\\]?:\\d{1,5}$";
  private static final List<String> ACTIONS =
      List.of(
          "login",
          "logout",
          "change-password",
          "read-setting",
          "set-setting",
          "create-data",
          "delete-data",
          "create-service-data",
          "delete-service-data",
          "factory-reset",
          "set-up",
          "next-decision",
          "decide",
          "offer-update",
          "write-flash",
          "read-flash",
          "power-off",
          "power-on",
          "cut-network",
          "restore-network",
          "isolate",
          "end-isolation",
          "replace-device",
          "put-back-device",
          "read-state",
          "press-button");

  private DriverSchema() {}

  static Map<String, Object> of() {
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("endpoint", Schemas.pattern("Where HTTP steps go.", PLACE));
    http.put("tls", Schemas.flag("Whether by TLS."));
    Map<String, Object> ssh = new LinkedHashMap<>();
    ssh.put("endpoint", Schemas.pattern("Where SSH steps go.", PLACE));
    ssh.put("as", Schemas.text("Role of product.yaml that logs in."));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("http", Schemas.object("HTTP steps.", http, List.of("endpoint")));
    fields.put("ssh", Schemas.object("SSH steps.", ssh, List.of("endpoint")));
    fields.put("program", Schemas.text("Executable file of the dossier for program steps."));
    fields.put("settings", open("Settings, by the name that probes use."));
    fields.put("images", open("Update images in the dossier, by name."));
    fields.put("outage", open("seconds: how long an outage lasts; back: how long it may take."));
    fields.put(
        "access", open("Places by name; for: roles that may reach it; try: steps of a visitor."));
    fields.put("deletions", open("Rows of 25-DelFunc, with the actions that carry each out."));
    fields.put(
        "decisions", open("Rows of 26-UserDec that the set-up asks, in the device's words."));
    fields.put(
        "mechanisms",
        open("Rows of 7-UpdMech or 20-SecBoot; settings, images and steps that go by each."));
    Map<String, Object> actions = new LinkedHashMap<>();
    ACTIONS.forEach(a -> actions.put(a, steps()));
    fields.put("actions", Schemas.object("What the device is made to do.", actions, List.of()));
    return Schemas.titled(
        "Driver of the device",
        Schemas.object("What makes the device do things.", fields, List.of("actions")));
  }

  /** Keys are names of the product's own. */
  private static Map<String, Object> open(String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", description);
    schema.put("type", "object");
    return schema;
  }

  private static Map<String, Object> steps() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", "A step or a list of steps: http, ssh, program, ask or wait.");
    schema.put("type", List.of("object", "array"));
    return schema;
  }
}

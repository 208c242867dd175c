package dev.plumbline.declaration.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of policy.yaml. */
final class PolicySchema {
  private PolicySchema() {}

  static Map<String, Object> of() {
    Map<String, Object> verdict =
        Schemas.pattern(
            "A verdict.",
            "^\\s*([Pp][Aa][Ss][Ss]|[Ff][Aa][Ii][Ll]|[Ii][Nn][Cc][Oo][Nn][Cc]"
                + "[Ll][Uu][Ss][Ii][Vv][Ee]|[Nn]/[Aa]|NOT_APPLICABLE)\\s*$");
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("name", Schemas.text("Name of the person."));
    person.put("key", Schemas.text("Fingerprint of the person's key, such as SHA256:3f."));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "review", Schemas.listOrOne("Verdicts that need a review by another person.", verdict));
    fields.put("blind", Schemas.flag("Whether a reviewer decides before seeing the verdict."));
    fields.put(
        "people",
        Schemas.list(
            "Whose keys count.", Schemas.object("A person.", person, List.of("name", "key"))));
    return Schemas.titled(
        "Review policy",
        Schemas.object("Which decisions need a review, and whose keys count.", fields, List.of()));
  }
}

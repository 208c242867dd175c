package dev.plumbline.importers.mud;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import dev.plumbline.observation.supply.MudDeclared;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a manufacturer usage description (RFC 8520): what the device is declared to talk to. */
public final class MudImporter implements Importer {
  private static final int MOST = 5_000;
  private static final ImporterSpec SPEC = ImporterSpec.load(MudImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    return JsonShape.of(head).has("/ietf-mud:mud");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    List<JsonNode> description = new ArrayList<>();
    List<JsonNode> lists = new ArrayList<>();
    JsonInput.read(
        in,
        Map.of(
            "/ietf-mud:mud", (part, line) -> description.add(part),
            "/ietf-access-control-list:acls/acl/*", (part, line) -> keep(part, lists),
            "/ietf-access-control-list:access-lists/acl/*", (part, line) -> keep(part, lists)));
    if (description.isEmpty() || text(description.getFirst(), "mud-url").isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it has no description with a mud-url");
    }
    JsonNode mud = description.getFirst();
    Contacts contacts = new Contacts(lists);
    List<MudDeclared.Contact> from = contacts.of(mud.path("from-device-policy"));
    List<MudDeclared.Contact> to = contacts.of(mud.path("to-device-policy"));
    reading.seen(
        "DUT",
        new MudDeclared(
            text(mud, "mud-url"),
            text(mud, "systeminfo"),
            text(mud, "mfg-name"),
            text(mud, "model-name"),
            Fields.flag(mud, "is-supported"),
            text(mud, "last-update"),
            from,
            to,
            contacts.read(),
            contacts.complete()));
    Optional<Instant> at = Fields.moment(text(mud, "last-update"));
    reading.ran(new ToolRun(text(mud, "mud-version"), "", text(mud, "mud-url"), at));
  }

  private static void keep(JsonNode list, List<JsonNode> lists) throws MalformedImportException {
    if (lists.size() == MOST) {
      throw new MalformedImportException(ImportRefusal.TOO_LARGE, "it has too many access lists");
    }
    lists.add(list);
  }
}

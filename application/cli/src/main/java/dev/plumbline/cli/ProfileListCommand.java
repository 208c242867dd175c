package dev.plumbline.cli;

import dev.plumbline.catalogue.profile.Profile;
import dev.plumbline.catalogue.profile.ShippedProfiles;
import dev.plumbline.view.Json;
import dev.plumbline.view.Text;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline profile list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the profiles that ship.",
    footer = {"", "Example:", "  plumbline profile list --format json"})
final class ProfileListCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<Profile> profiles =
        ShippedProfiles.ids().stream().flatMap(i -> ShippedProfiles.find(i).stream()).toList();
    if (format.json()) {
      out.println(Json.of(profiles.stream().map(ProfileListCommand::json).toList()));
      return;
    }
    for (Profile p : profiles) {
      out.printf("%-16s %-6s %s%n", p.id(), p.base().version(), p.title());
      out.println(
          Text.wrap(
              p.provisions().size()
                  + " provisions more, "
                  + p.stricter().size()
                  + " stricter, "
                  + p.tables().size()
                  + " tables, "
                  + p.rules().size()
                  + " rules; "
                  + p.unknown().size()
                  + " things unknown",
              "    "));
    }
  }

  static Map<String, Object> json(Profile p) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", p.id());
    json.put("title", p.title());
    json.put("owner", p.owner());
    json.put("official", p.official());
    json.put("base", p.base().version());
    json.put("unknown", p.unknown());
    json.put("provisions", p.provisions().stream().map(v -> v.id().value()).toList());
    json.put("stricter", p.stricter().stream().map(s -> s.provision().value()).toList());
    json.put("tables", p.tables().stream().map(t -> t.id()).toList());
    json.put("rules", p.rules().stream().map(r -> r.unit().value()).toList());
    return json;
  }
}

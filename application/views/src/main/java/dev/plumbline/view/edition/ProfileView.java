package dev.plumbline.view.edition;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.profile.Profile;
import dev.plumbline.catalogue.profile.ShippedProfiles;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A profile that ships. */
public record ProfileView(Profile profile) {
  private static final String INDENT = "    ";

  /** All that ship. */
  public static List<ProfileView> all() {
    return ShippedProfiles.ids().stream()
        .flatMap(i -> ShippedProfiles.find(i).stream())
        .map(ProfileView::new)
        .toList();
  }

  /**
   * The one of that id.
   *
   * @throws UnusableInputException if there is none
   */
  public static ProfileView named(String id) {
    return ShippedProfiles.find(id)
        .map(ProfileView::new)
        .orElseThrow(
            () ->
                new UnusableInputException(
                    Message.of(
                        "PLB-C509",
                        "profile",
                        Text.safe(id),
                        "profiles",
                        String.join(", ", ShippedProfiles.ids()))));
  }

  /** Its line in a list, with how much it says. */
  public void summary(PrintWriter out) {
    out.printf("%-16s %-6s %s%n", profile.id(), profile.base().version(), profile.title());
    out.println(
        Text.wrap(
            profile.provisions().size()
                + " provisions more, "
                + profile.stricter().size()
                + " stricter, "
                + profile.tables().size()
                + " tables, "
                + profile.rules().size()
                + " rules; "
                + profile.unknown().size()
                + " things unknown",
            "    "));
  }

  /** Prints what it adds, what it tightens, what is unknown of it. */
  public void print(Style style, PrintWriter out) {
    out.println(style.bold(profile.title()));
    out.println(
        Text.wrap(
            profile.id() + ", extends V" + profile.base() + "; owner: " + profile.owner(), ""));
    profile
        .unknown()
        .forEach(u -> out.println(Text.wrap("- " + style.yellow("unknown:") + " " + u, INDENT)));
    for (Provision p : profile.provisions()) {
      out.println();
      out.println(style.bold(p.id() + " " + p.title()) + "  " + p.printedStatus());
      out.println(Text.wrap(p.summary(), INDENT));
      profile.groups().stream()
          .filter(g -> g.id().equals(p.id()))
          .flatMap(g -> g.cases().stream())
          .flatMap(c -> c.units().stream())
          .forEach(u -> out.println(Text.wrap(u.id() + ": " + u.check(), INDENT)));
    }
    profile
        .stricter()
        .forEach(
            s -> {
              out.println();
              out.println(style.bold(s.provision() + " becomes a requirement"));
              out.println(Text.wrap(s.because(), INDENT));
            });
  }

  /** As plain values. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", profile.id());
    json.put("title", profile.title());
    json.put("owner", profile.owner());
    json.put("official", profile.official());
    json.put("base", profile.base().version());
    json.put("unknown", profile.unknown());
    json.put("provisions", profile.provisions().stream().map(v -> v.id().value()).toList());
    json.put("stricter", profile.stricter().stream().map(s -> s.provision().value()).toList());
    json.put("tables", profile.tables().stream().map(t -> t.id()).toList());
    json.put("rules", profile.rules().stream().map(r -> r.unit().value()).toList());
    return json;
  }
}

package dev.plumbline.probes.upnpsurface;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * An action of a service (UPnP Device Architecture 2.0, section 2.5).
 *
 * @param takes whether it has any argument that goes in
 */
record Action(String name, boolean takes) {
  private static final int MOST = 100;

  /**
   * The actions of a service description; none where it is no such document. What has no proper
   * name, and what stands for those beyond the first hundred, takes something, so that nobody calls
   * it.
   */
  static List<Action> parse(String text) {
    List<Action> actions = new ArrayList<>();
    for (Element action :
        Jsoup.parse(text, "", Parser.xmlParser()).select("scpd > actionList > action")) {
      if (actions.size() == MOST) {
        actions.add(new Action("(and more)", true));
        break;
      }
      String name = action.select("> name").text().strip();
      boolean takes =
          action.select("> argumentList > argument > direction").stream()
              .anyMatch(d -> !d.text().strip().equalsIgnoreCase("out"));
      boolean proper = name.matches("\\w{1,80}");
      actions.add(new Action(proper ? name : "(without a name)", takes || !proper));
    }
    return actions;
  }
}

package dev.plumbline.probes.inputreflection;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.core.BoundedPattern;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The parameters that a page itself offers: those of its links, and the fields of forms that are
 * sent by reading. A form that changes something or asks for a password is left alone.
 */
final class Inputs {
  private static final int MAX_FIELDS = 20;

  /** Words by which a link or form says that reading it changes something. */
  private static final BoundedPattern WRITES =
      BoundedPattern.compile(
          "(?i)(?<![a-z])(set|save|apply|update|upgrade|add|write|install|change|edit)");

  private final Document document;
  private final String path;
  private final String authority;

  private Inputs(Document document, String path, String authority) {
    this.document = document;
    this.path = path;
    this.authority = authority;
  }

  /**
   * @param path where the page was found
   * @param authority host and port of its server
   */
  static List<Input> of(String html, String path, String authority) {
    Inputs inputs = new Inputs(Jsoup.parse(html), path, authority);
    List<Input> found = new ArrayList<>(inputs.ofForms());
    found.addAll(inputs.ofLinks());
    return found;
  }

  /** The same page with other parameters, which no page offers but many take. */
  static List<Input> common(String path, List<String> names) {
    return names.stream().map(n -> new Input(bare(path), n, Map.of())).toList();
  }

  private List<Input> ofForms() {
    List<Input> found = new ArrayList<>();
    for (Element form : document.select("form")) {
      boolean reads = !form.hasAttr("method") || form.attr("method").equalsIgnoreCase("get");
      if (!reads || !form.select("input[type=password], input[type=file]").isEmpty()) {
        continue;
      }
      Map<String, String> fields = new LinkedHashMap<>();
      for (Element field : form.select("input[name], select[name], textarea[name]")) {
        if (fields.size() < MAX_FIELDS && !field.attr("name").isBlank()) {
          fields.putIfAbsent(field.attr("name"), filledIn(field));
        }
      }
      String action = form.attr("action").isBlank() ? bare(path) : form.attr("action");
      local(action).ifPresent(target -> found.addAll(each(bare(target), fields)));
    }
    return found;
  }

  private static String filledIn(Element field) {
    if (!field.tagName().equals("select")) {
      return field.val();
    }
    Element chosen = field.selectFirst("option[selected]");
    Element option = chosen == null ? field.selectFirst("option") : chosen;
    return option == null ? "" : option.val();
  }

  private List<Input> ofLinks() {
    List<Input> found = new ArrayList<>();
    for (Element link : document.select("a[href*=?], iframe[src*=?], frame[src*=?]")) {
      String reference = link.hasAttr("href") ? link.attr("href") : link.attr("src");
      local(reference)
          .filter(target -> target.contains("?"))
          .ifPresent(target -> found.addAll(each(bare(target), fields(target.split("\\?", 2)[1]))));
    }
    return found;
  }

  private Optional<String> local(String reference) {
    return HtmlPage.local(path, reference, authority).filter(Inputs::canBeAsked);
  }

  private static boolean canBeAsked(String target) {
    return target.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  /** One for each of the fields, unless any of them says that this does more than read. */
  private static List<Input> each(String path, Map<String, String> fields) {
    List<Input> found = new ArrayList<>();
    String whole = path + " " + fields;
    if (RiskyLinks.isRisky(whole) || WRITES.matcher(whole).find()) {
      return found;
    }
    for (String name : fields.keySet()) {
      Map<String, String> others = new LinkedHashMap<>(fields);
      others.remove(name);
      found.add(new Input(path, name, others));
    }
    return found;
  }

  private static Map<String, String> fields(String query) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      if (fields.size() < MAX_FIELDS && !sides[0].isBlank()) {
        fields.putIfAbsent(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "");
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static String bare(String path) {
    return path.split("\\?", 2)[0];
  }
}

package dev.plumbline.client.http;

import dev.plumbline.core.BoundedPattern;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page, read without running any script of it. */
public final class HtmlPage {
  private static final int MAX_LINKS = 120;
  private static final int FEW_WORDS = 20;
  private static final int MUCH_TEXT = 200;
  private static final Set<String> CHANGES_A_PASSWORD =
      Set.of("new", "confirm", "repeat", "again", "verify", "psk", "ssid", "wpa", "wifi");

  private static final BoundedPattern RECOVERY =
      BoundedPattern.compile("(?i)\\b(?:forgot|lost|recover|rescue|unlock|reset)");
  private static final BoundedPattern CODE =
      BoundedPattern.compile(
          "(?i)(?:recovery|reset|rescue|security|master|unlock|service)?[_-]?(?:code|pin)");
  private static final Set<String> STAYS =
      Set.of("remember", "keep", "stay", "persist", "permanent", "autologin", "trust");

  private final Document document;
  private final String path;

  private HtmlPage(Document document, String path) {
    this.document = document;
    this.path = path;
  }

  /**
   * @param path where it was found; relative links start there
   */
  public static HtmlPage parse(String html, String path) {
    return new HtmlPage(Jsoup.parse(html), path);
  }

  public String title() {
    return shortened(document.title().strip(), 200);
  }

  /** What a reader sees, as one line of words. */
  public String words() {
    return document.text();
  }

  /** Local paths that the page leads to, in order, without fragments. */
  public List<String> links(String authority) {
    Set<String> paths = new LinkedHashSet<>();
    for (Element element :
        document.select(
            "a[href], area[href], link[href], frame[src], iframe[src], form[action], script[src],"
                + " img[src], source[src], video[src], audio[src], embed[src], object[data]")) {
      String attribute =
          Stream.of("href", "src", "action", "data")
              .filter(element::hasAttr)
              .findFirst()
              .orElseThrow();
      local(element.attr(attribute), authority).ifPresent(paths::add);
      if (paths.size() >= MAX_LINKS) {
        break;
      }
    }
    for (Element meta : document.select("meta[http-equiv=refresh]")) {
      int url = meta.attr("content").toLowerCase(Locale.ROOT).indexOf("url=");
      if (url >= 0) {
        local(meta.attr("content").substring(url + 4).strip(), authority).ifPresent(paths::add);
      }
    }
    return List.copyOf(paths);
  }

  /**
   * The path that a reference on this page means, if it stays on this server.
   *
   * @param authority host and port of this server
   */
  public Optional<String> local(String reference, String authority) {
    return local(path, reference, authority);
  }

  /** The same for a reference that was found at a path, such as a redirect's target. */
  public static Optional<String> local(String from, String reference, String authority) {
    try {
      URI target =
          URI.create("http://" + authority + RequestPath.encoded(from))
              .resolve(RequestPath.encoded(reference.strip()));
      boolean web = "http".equals(target.getScheme()) || "https".equals(target.getScheme());
      if (!web || !authority.equals(target.getRawAuthority())) {
        return Optional.empty();
      }
      String found = target.getRawPath() == null ? "" : target.getRawPath();
      String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
      String whole = (found.startsWith("/") ? found : "/" + found) + query;
      return whole.length() > 500 ? Optional.empty() : Optional.of(whole);
    } catch (IllegalArgumentException notAReference) {
      return Optional.empty();
    }
  }

  /**
   * The login form, if there is one: one password field and few others. A form that sets a password
   * or has choices to make is settings, not a login.
   */
  public Optional<LoginForm> loginForm() {
    List<Element> forms = new ArrayList<>(document.select("form:has(input[type=password])"));
    if (forms.isEmpty() && !document.select("input[type=password]").isEmpty()) {
      forms.add(document.body());
    }
    return forms.stream().map(this::asLogin).flatMap(Optional::stream).findFirst();
  }

  /** Local paths of links that lead who has forgotten the password to another way in. */
  public List<String> recoveryLinks(String authority) {
    return document.select("a[href]").stream()
        .filter(a -> RECOVERY.matcher(a.attr("href") + " " + a.text()).find())
        .flatMap(a -> local(a.attr("href"), authority).stream())
        .distinct()
        .toList();
  }

  /** Whether the page asks for a code by which the owner is known, in the place of a password. */
  public boolean asksForRecoveryCode() {
    boolean recovery = RECOVERY.matcher(path + " " + title() + " " + words()).find();
    return recovery
        && document.select("form").stream()
            .map(f -> f.select("input[name]:not([type=hidden]):not([type=submit])"))
            .anyMatch(
                inputs ->
                    inputs.size() <= 2
                        && inputs.stream().anyMatch(i -> CODE.matcher(i.attr("name")).matches()));
  }

  /** Images and icons that the page itself shows. */
  public Set<String> images(String authority) {
    Set<String> paths = new LinkedHashSet<>();
    for (Element element : document.select("img[src], link[rel*=icon][href]")) {
      local(element.attr(element.hasAttr("src") ? "src" : "href"), authority).ifPresent(paths::add);
    }
    return paths;
  }

  /** Whether a page with a login form shows more than a login needs: tables, forms, much text. */
  public boolean showsMoreThanLogin() {
    Document rest = document.clone();
    rest.select("form:has(input[type=password]), script, style, noscript, nav, footer, select")
        .remove();
    boolean table = rest.select("tr:has(td + td)").size() > 1;
    boolean form = !rest.select("form input:not([type=hidden]):not([type=submit])").isEmpty();
    return table || form || rest.text().split("\\s+").length > MUCH_TEXT;
  }

  /** Whether the page has a field for a password, whatever it is for. */
  public boolean asksForPassword() {
    return !document.select("input[type=password]").isEmpty();
  }

  /** Scripts that stand in the page itself. */
  public List<String> inlineScripts() {
    return document.select("script:not([src])").stream()
        .map(Element::data)
        .filter(s -> !s.isBlank())
        .toList();
  }

  /** Local paths of the scripts that the page loads. */
  public List<String> scripts(String authority) {
    return document.select("script[src], link[rel=modulepreload][href]").stream()
        .map(e -> e.hasAttr("src") ? e.attr("src") : e.attr("href"))
        .flatMap(src -> local(src, authority).stream())
        .distinct()
        .toList();
  }

  /** Whether the page is an empty frame that a script fills. */
  public boolean isMadeByScript() {
    return !document.select("script").isEmpty() && words().split("\\s+").length < FEW_WORDS;
  }

  private Optional<LoginForm> asLogin(Element form) {
    List<Element> passwords = form.select("input[type=password]");
    boolean settings =
        passwords.size() != 1
            || !form.select("select, textarea").isEmpty()
            || form.select("input:not([type]), input[type=text], input[type=email]").size() > 2
            || changesPassword(passwords.getFirst());
    if (settings) {
      return Optional.empty();
    }
    Map<String, String> fixed = new LinkedHashMap<>();
    for (Element input : form.select("input[type=hidden][name], button[name][value]")) {
      fixed.put(input.attr("name"), input.attr("value"));
    }
    Optional<String> user =
        form
            .select("input:not([type])[name], input[type=text][name], input[type=email][name]")
            .stream()
            .map(e -> e.attr("name"))
            .findFirst();
    Map<String, String> stay = new LinkedHashMap<>();
    for (Element box : form.select("input[type=checkbox][name]")) {
      String words = (box.attr("name") + " " + box.id()).toLowerCase(Locale.ROOT);
      if (STAYS.stream().anyMatch(words::contains)) {
        stay.put(box.attr("name"), box.hasAttr("value") ? box.attr("value") : "on");
      }
    }
    boolean plainForm = form.tagName().equals("form") && passwords.getFirst().hasAttr("name");
    return Optional.of(
        new LoginForm(
            form.attr("action"),
            form.attr("method").equalsIgnoreCase("post"),
            fixed,
            stay,
            user,
            passwords.getFirst().attr("name"),
            plainForm));
  }

  private static boolean changesPassword(Element field) {
    String name = (field.attr("name") + " " + field.id()).toLowerCase(Locale.ROOT);
    return CHANGES_A_PASSWORD.stream().anyMatch(name::contains);
  }

  private static String shortened(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max);
  }

  /**
   * @param action as written; empty for the page itself
   * @param post whether it is sent as POST
   * @param fixed hidden fields with their values
   * @param stay boxes by which a user asks to be remembered, with their values when ticked
   * @param userField name of the field for the user, if there is one
   * @param drivable whether the form can be sent without running a script
   */
  public record LoginForm(
      String action,
      boolean post,
      Map<String, String> fixed,
      Map<String, String> stay,
      Optional<String> userField,
      String passwordField,
      boolean drivable) {
    public LoginForm {
      fixed = Map.copyOf(fixed);
      stay = Map.copyOf(stay);
    }
  }
}

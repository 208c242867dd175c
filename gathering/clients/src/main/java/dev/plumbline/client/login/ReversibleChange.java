package dev.plumbline.client.login;

import dev.plumbline.client.data.Json;
import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A name or a label that can be changed and changed back, without harm: a field of a form or of a
 * JSON document that a session reads.
 *
 * @param how for people
 * @param path where it is sent to
 * @param name of the field
 * @param value that it has
 * @param request that gives it another one, and sends all other fields as they were read
 */
record ReversibleChange(
    String how, String path, String name, String value, Function<String, HttpRequest> request) {
  private static final int MOST_FIELDS = 30;
  private static final BoundedPattern HARMLESS =
      BoundedPattern.compile(
          "(?i)(?:device|display|friendly|system|hub|room)?[_.-]?"
              + "(?:name|label|alias|title|room|location|description|comment|note)");
  private static final BoundedPattern PLAIN = BoundedPattern.compile("[A-Za-z0-9][\\w -]{0,31}");

  /** All that pages and documents offer, which a session reads. */
  static List<ReversibleChange> of(Map<String, String> pages, String authority) {
    List<ReversibleChange> changes = new ArrayList<>();
    pages.forEach(
        (path, text) -> {
          changes.addAll(ofForms(text, path, authority));
          changes.addAll(ofDocument(text, path));
        });
    return changes;
  }

  /** The forms of a page that a browser sends by POST. */
  private static List<ReversibleChange> ofForms(String html, String path, String authority) {
    List<ReversibleChange> changes = new ArrayList<>();
    for (Form form : Form.of(html, path, authority)) {
      harmless(form.fields())
          .ifPresent(
              field ->
                  changes.add(
                      new ReversibleChange(
                          "POST of a form that a session reads",
                          form.action(),
                          field.getKey(),
                          field.getValue(),
                          v -> form.with(field.getKey(), v))));
    }
    return changes;
  }

  /**
   * The request that gives the value back that was read first.
   *
   * @param pages as they are now: a form may have another token by now
   */
  HttpRequest back(Map<String, String> pages, String authority) {
    return pages.entrySet().stream()
        .flatMap(page -> Form.of(page.getValue(), page.getKey(), authority).stream())
        .filter(form -> form.action().equals(path) && form.fields().containsKey(name))
        .findFirst()
        .map(form -> form.with(name, value))
        .orElseGet(() -> request.apply(value));
  }

  /** A form with its fields as a browser sends them when nobody touched it. */
  private record Form(String action, Map<String, String> fields) {
    static List<Form> of(String html, String path, String authority) {
      List<Form> forms = new ArrayList<>();
      for (Element form : Jsoup.parse(html).select("form")) {
        boolean plain =
            form.attr("method").equalsIgnoreCase("post")
                && form.select("input[type=password], input[type=file]").isEmpty()
                && !form.attr("enctype").toLowerCase(Locale.ROOT).startsWith("multipart");
        Optional<String> action =
            HtmlPage.local(path, form.hasAttr("action") ? form.attr("action") : path, authority)
                .filter(a -> !RiskyLinks.isRisky(a));
        Map<String, String> fields = ReversibleChange.fields(form);
        boolean whole = fields.size() <= MOST_FIELDS && !WriteTrial.isMasked(fields.toString());
        if (plain && whole && action.isPresent()) {
          forms.add(new Form(action.get(), fields));
        }
      }
      return forms;
    }

    HttpRequest with(String name, String value) {
      Map<String, String> changed = new LinkedHashMap<>(fields);
      changed.put(name, value);
      return HttpRequest.postForm(action, changed);
    }
  }

  /** The fields as a browser sends them when nobody touched the form. */
  private static Map<String, String> fields(Element form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element field : form.select("input[name], select[name], textarea[name]")) {
      String type = field.attr("type").toLowerCase(Locale.ROOT);
      boolean box = type.equals("checkbox") || type.equals("radio");
      boolean sent =
          !field.hasAttr("disabled")
              && !type.matches("submit|button|reset|image")
              && (!box || field.hasAttr("checked"));
      if (sent) {
        fields.put(field.attr("name"), value(field, box));
      }
    }
    return fields;
  }

  private static String value(Element field, boolean box) {
    return switch (field.normalName()) {
      case "textarea" -> field.wholeText();
      case "select" -> {
        Element chosen = field.selectFirst("option[selected]");
        Element option = chosen == null ? field.selectFirst("option") : chosen;
        yield option == null ? "" : option.hasAttr("value") ? option.attr("value") : option.text();
      }
      default -> box && !field.hasAttr("value") ? "on" : field.attr("value");
    };
  }

  /** A document sent back with one word in another's place, as JSON and as a form. */
  private static List<ReversibleChange> ofDocument(String json, String path) {
    Map<String, String> texts = new LinkedHashMap<>();
    Json.object(json)
        .ifPresent(
            o ->
                o.fields()
                    .forEach(
                        (name, field) -> {
                          if (field.value() instanceof Scalar s) {
                            texts.put(name, s.text());
                          }
                        }));
    return harmless(texts).map(f -> ofText(json, path, f.getKey(), f.getValue())).orElse(List.of());
  }

  private static List<ReversibleChange> ofText(String json, String path, String key, String value) {
    String quoted = "\"" + value + "\"";
    // One that stands there twice may be the value of something else.
    if (WriteTrial.isMasked(json) || json.split(quoted, -1).length != 2) {
      return List.of();
    }
    List<ReversibleChange> changes = new ArrayList<>();
    for (String method : List.of("PUT", "PATCH", "POST")) {
      changes.add(
          new ReversibleChange(
              method + " of a changed document that a session reads",
              path,
              key,
              value,
              v ->
                  new HttpRequest(
                      method,
                      path,
                      Map.of("Content-Type", "application/json"),
                      json.replace(quoted, "\"" + v.replace("\"", "\\\"") + "\""))));
    }
    return changes;
  }

  private static Optional<Map.Entry<String, String>> harmless(Map<String, String> fields) {
    return fields.entrySet().stream()
        .filter(f -> HARMLESS.matcher(f.getKey()).matches())
        .filter(f -> PLAIN.matcher(f.getValue()).matches())
        .findFirst();
  }
}

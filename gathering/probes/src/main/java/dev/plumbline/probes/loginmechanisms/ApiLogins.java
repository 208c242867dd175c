package dev.plumbline.probes.loginmechanisms;

import dev.plumbline.client.data.Json;
import dev.plumbline.client.login.LoginTemplate;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads in a description of an interface (OpenAPI, Swagger) how a login is sent. */
final class ApiLogins {
  private static final int MOST = 3;

  private ApiLogins() {}

  static List<LoginTemplate> in(String text) {
    List<LoginTemplate> found = new ArrayList<>();
    Optional<Mapping> document = Json.object(text);
    Optional<Mapping> paths = document.flatMap(d -> d.mapping("paths"));
    if (paths.isEmpty()) {
      return found;
    }
    for (String each : paths.get().fields().keySet()) {
      Optional<Mapping> post = paths.get().mapping(each).flatMap(p -> p.mapping("post"));
      String whole = (Json.base(document.get()) + "/" + each).replaceAll("/{2,}", "/");
      String named = whole + " " + post.flatMap(p -> p.text("operationId")).orElse("");
      boolean plain = whole.matches("/[\\x21-\\x7e&&[^{}]]*");
      if (post.isPresent() && plain && ScriptLogins.isLogin(named) && found.size() < MOST) {
        template(document.get(), post.get(), whole).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<LoginTemplate> template(Mapping document, Mapping post, String path) {
    Optional<Mapping> content =
        post.mapping("requestBody")
            .map(b -> resolved(document, b))
            .flatMap(b -> b.mapping("content"));
    if (content.isPresent()) {
      for (String type : content.get().fields().keySet()) {
        Optional<Mapping> schema =
            content
                .get()
                .mapping(type)
                .flatMap(c -> c.mapping("schema"))
                .map(s -> resolved(document, s));
        Optional<LoginTemplate> template =
            schema
                .flatMap(s -> s.mapping("properties"))
                .flatMap(p -> of(path, type, List.copyOf(p.fields().keySet())));
        if (template.isPresent()) {
          return template;
        }
      }
    }
    return swagger(document, post, path);
  }

  /** Version 2 names fields of a form, or a body, among the parameters. */
  private static Optional<LoginTemplate> swagger(Mapping document, Mapping post, String path) {
    List<String> form = new ArrayList<>();
    for (Mapping parameter : post.mappings("parameters")) {
      String in = parameter.text("in").orElse("");
      if (in.equals("formData")) {
        parameter.text("name").ifPresent(form::add);
      } else if (in.equals("body")) {
        return parameter
            .mapping("schema")
            .map(s -> resolved(document, s))
            .flatMap(s -> s.mapping("properties"))
            .flatMap(p -> of(path, "application/json", List.copyOf(p.fields().keySet())));
      }
    }
    return of(path, "application/x-www-form-urlencoded", form);
  }

  private static Optional<LoginTemplate> of(String path, String type, List<String> names) {
    Optional<String> user = names.stream().filter(JsObject::isUser).findFirst();
    List<String> passwords = names.stream().filter(JsObject::isPassword).toList();
    if (passwords.size() != 1) {
      return Optional.empty();
    }
    String password = passwords.getFirst();
    if (type.endsWith("json")) {
      String first = user.map(u -> "\"" + u + "\":\"${user}\",").orElse("");
      return Optional.of(
          new LoginTemplate(
              "http-json",
              path,
              "POST",
              type,
              "{" + first + "\"" + password + "\":\"${password}\"}"));
    }
    if (type.equals("application/x-www-form-urlencoded")) {
      String grant = names.contains("grant_type") ? "grant_type=password&" : "";
      String first = user.map(u -> u + "=${user}&").orElse("");
      return Optional.of(
          new LoginTemplate(
              "http-script-form", path, "POST", type, grant + first + password + "=${password}"));
    }
    return Optional.empty();
  }

  private static Mapping resolved(Mapping document, Mapping node) {
    Optional<String> reference = node.text("$ref").filter(r -> r.startsWith("#/"));
    if (reference.isEmpty()) {
      return node;
    }
    Mapping here = document;
    for (String part : reference.get().substring(2).split("/")) {
      Optional<Mapping> next = here.mapping(part);
      if (next.isEmpty()) {
        return node;
      }
      here = next.get();
    }
    return here;
  }
}

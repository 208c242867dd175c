package dev.plumbline.probes.apidiscovery;

import dev.plumbline.client.data.Json;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a GraphQL interface what it is and reads fields that take no argument. Changes nothing. */
final class GraphQl {
  private static final int MOST_FIELDS = 5;
  private static final String SCHEMA =
      "{__schema{queryType{fields{name args{name} type{kind ofType{kind}}}}}}";

  /** Words of an error that asks for a login. */
  private static final BoundedPattern LOGIN =
      BoundedPattern.compile("(?i)authenti|authoriz|log[ -]?in|permission|forbidden|denied|token");

  private final HttpClient client;

  GraphQl(HttpClient client) {
    this.client = client;
  }

  /** What speaks at a path. */
  enum State {
    /** Nothing of the kind. */
    NONE,
    /** Busy or broken, or an error that does not say why. */
    UNCLEAR,
    /** It asks for a login. */
    GUARDED,
    OPEN
  }

  /**
   * What it said.
   *
   * @param introspection whether it tells its schema
   * @param fields those of the query type that take no argument and hold a plain value
   * @param readable those of them that it gave
   */
  record Answer(
      String path, State state, boolean introspection, List<String> fields, List<String> readable) {
    Answer {
      fields = List.copyOf(fields);
      readable = List.copyOf(readable);
    }

    ApiSurface.GraphQl fact() {
      return new ApiSurface.GraphQl(path, introspection, fields, readable);
    }
  }

  private static Answer without(String path, State state) {
    return new Answer(path, state, false, List.of(), List.of());
  }

  Answer ask(String path) throws IOException, InterruptedException {
    HttpResponse first = send(path, "{__typename}");
    if (first.mediaType().equals("text/html") && !first.saysNothing()) {
      return without(path, State.NONE);
    }
    Optional<Mapping> answer = Json.object(first.text());
    boolean typed =
        answer.flatMap(a -> a.mapping("data")).flatMap(d -> d.text("__typename")).isPresent();
    if (!typed) {
      List<String> errors =
          answer.stream()
              .flatMap(a -> a.mappings("errors").stream())
              .flatMap(e -> e.text("message").stream())
              .toList();
      boolean login =
          first.status() == 401
              || first.status() == 403
              || errors.stream().anyMatch(e -> LOGIN.matcher(e).find());
      return without(
          path,
          !errors.isEmpty() && login
              ? State.GUARDED
              : errors.isEmpty() && !first.saysNothing() && !first.truncated()
                  ? State.NONE
                  : State.UNCLEAR);
    }
    List<Mapping> told = fields(path);
    List<String> plain =
        told.stream()
            .filter(f -> f.mappings("args").isEmpty() && isPlain(f))
            .flatMap(f -> f.text("name").stream())
            .filter(n -> n.matches("\\w{1,60}"))
            .limit(MOST_FIELDS)
            .toList();
    List<String> readable = new ArrayList<>();
    for (String field : plain) {
      if (Json.object(send(path, "{" + field + "}").text())
          .flatMap(a -> a.mapping("data"))
          .flatMap(d -> d.text(field))
          .isPresent()) {
        readable.add(field);
      }
    }
    return new Answer(path, State.OPEN, !told.isEmpty(), plain, readable);
  }

  private List<Mapping> fields(String path) throws IOException, InterruptedException {
    return Json.object(send(path, SCHEMA).text())
        .flatMap(a -> a.mapping("data"))
        .flatMap(d -> d.mapping("__schema"))
        .flatMap(s -> s.mapping("queryType"))
        .map(q -> q.mappings("fields"))
        .orElse(List.of());
  }

  private static boolean isPlain(Mapping field) {
    Optional<Mapping> type = field.mapping("type");
    Optional<String> kind = type.flatMap(t -> t.text("kind"));
    return kind.filter("SCALAR"::equals).isPresent()
        || (kind.filter("NON_NULL"::equals).isPresent()
            && type.flatMap(t -> t.mapping("ofType"))
                .flatMap(o -> o.text("kind"))
                .filter("SCALAR"::equals)
                .isPresent());
  }

  private HttpResponse send(String path, String query) throws IOException, InterruptedException {
    return client
        .send(
            new HttpRequest(
                "POST",
                path,
                Map.of("Content-Type", "application/json"),
                "{\"query\":\"" + query + "\"}"))
        .response();
  }
}

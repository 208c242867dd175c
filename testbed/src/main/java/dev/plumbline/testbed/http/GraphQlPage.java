package dev.plumbline.testbed.http;

/** A GraphQL interface with one field, {@code status}, that tells its schema. */
final class GraphQlPage {
  private static final String SCHEMA =
      "{\"data\":{\"__schema\":{\"queryType\":{\"fields\":[{\"name\":\"status\",\"args\":[],"
          + "\"type\":{\"kind\":\"SCALAR\",\"ofType\":null}}]}}}}\n";

  private GraphQlPage() {}

  static HttpResponse answer(HttpRequest request) {
    if (!request.method().equals("POST")) {
      return HttpResponse.json(400, "{\"errors\":[{\"message\":\"a query is missing\"}]}\n");
    }
    String query = request.body();
    if (query.contains("__schema")) {
      return HttpResponse.json(200, SCHEMA);
    }
    if (query.contains("__typename")) {
      return HttpResponse.json(200, "{\"data\":{\"__typename\":\"Query\"}}\n");
    }
    return query.contains("status")
        ? HttpResponse.json(200, "{\"data\":{\"status\":\"recording\"}}\n")
        : HttpResponse.json(200, "{\"errors\":[{\"message\":\"no such field\"}]}\n");
  }
}

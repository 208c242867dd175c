package dev.plumbline.client.login;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a web server gave to one visitor: cookies, and a token where the answer named one. */
final class HttpSession {
  static final int MOST_PLACES = 3;
  private static final String COOKIE = "cookie ";
  private static final String BEARER = "bearer";
  private static final String HEADER = "header ";

  /** Headers of their own in which interfaces want the token of a session. */
  private static final List<String> OWN =
      List.of(
          "X-Auth-Token",
          "X-Access-Token",
          "X-Session-Token",
          "X-Session-Id",
          "X-Token",
          "X-API-Key",
          "Authorization");

  /** Those in which a login names it. */
  private static final List<String> GIVEN =
      List.of("x-auth-token", "x-access-token", "x-session-token", "x-session-id", "x-token");

  private final HttpClient client;
  private final Map<String, String> headers;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private Optional<String> token = Optional.empty();
  private String carrier = BEARER;
  private boolean stays;

  /**
   * @param headers sent with every request of this visitor
   */
  HttpSession(HttpClient client, Map<String, String> headers) {
    this.client = client;
    this.headers = Map.copyOf(headers);
  }

  Exchange send(HttpRequest request) throws IOException, InterruptedException {
    HttpRequest sent = request;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      sent = sent.with(header.getKey(), header.getValue());
    }
    if (!cookies.isEmpty()) {
      sent =
          sent.with(
              "Cookie",
              cookies.entrySet().stream()
                  .map(e -> e.getKey() + "=" + e.getValue())
                  .collect(Collectors.joining("; ")));
    }
    if (token.isPresent()) {
      sent = carrying(sent, carrier, token.get());
    }
    Exchange exchange = client.send(sent);
    exchange.response().cookies().forEach(c -> cookies.put(c.name(), c.value()));
    return exchange;
  }

  /**
   * Takes the token that a login named, in its body or in a header, and finds out how it is to be
   * sent: as a bearer token (RFC 6750), or in a header of its own.
   *
   * @param places that it may open
   */
  void take(HttpResponse answer, List<String> places) throws InterruptedException {
    Optional<String> given = GIVEN.stream().filter(h -> answer.header(h).isPresent()).findFirst();
    if (given.isPresent()) {
      token = answer.header(given.get());
      carrier = HEADER + given.get();
      return;
    }
    token = JsonVerdicts.token(answer).or(() -> token);
    if (JsonVerdicts.token(answer).isEmpty() || opens(places)) {
      return;
    }
    for (String own : OWN) {
      carrier = HEADER + own;
      if (opens(places)) {
        return;
      }
    }
    carrier = BEARER;
  }

  /** This visitor ticks the box for being remembered, where there is one. */
  HttpSession staying() {
    stays = true;
    return this;
  }

  boolean stays() {
    return stays;
  }

  /** What the server gave to be told by, by the name of the thing: cookies, a bearer token. */
  Map<String, String> tokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    cookies.forEach((name, value) -> tokens.put(COOKIE + name, value));
    token.ifPresent(value -> tokens.put(carrier, value));
    return tokens;
  }

  /** A request that carries that token and nothing else. */
  static HttpRequest carrying(HttpRequest request, String name, String value) {
    if (name.startsWith(COOKIE)) {
      return request.with("Cookie", name.substring(COOKIE.length()) + "=" + value);
    }
    return name.startsWith(HEADER)
        ? request.with(name.substring(HEADER.length()), value)
        : request.with("Authorization", "Bearer " + value);
  }

  /**
   * Whether the session opens a place that stays shut to a visitor without one.
   *
   * @param places paths, likeliest first
   */
  boolean opens(List<String> places) throws InterruptedException {
    Set<String> asked = new LinkedHashSet<>(places);
    for (String place : asked.stream().limit(MOST_PLACES).toList()) {
      try {
        HttpResponse without = client.send(HttpRequest.get(place)).response();
        if (!isShut(without, place)) {
          continue;
        }
        HttpResponse with = send(HttpRequest.get(place)).response();
        if (with.isOk() && !isShut(with, place)) {
          return true;
        }
      } catch (IOException silent) {
        // What did not answer shows nothing; the next place may.
      }
    }
    return false;
  }

  /** Refused, sent elsewhere, or answered with a login form. */
  static boolean isShut(HttpResponse response, String place) {
    int status = response.status();
    return status == 401
        || status == 403
        || response.redirect().isPresent()
        || (response.isHtml() && HtmlPage.parse(response.text(), place).loginForm().isPresent());
  }
}

package dev.plumbline.client.onvif;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.core.BoundedPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;

/**
 * Calls operations of ONVIF's services over SOAP 1.2 (ONVIF Core Specification), with a user name
 * token of WS-Security 1.1 or without.
 */
public final class OnvifClient {
  /** Where every device that speaks ONVIF has its device service. */
  public static final String PATH = "/onvif/device_service";

  private static final BoundedPattern DENIED =
      BoundedPattern.compile(
          "(?i)NotAuthorized|FailedAuthentication|InvalidSecurity|not authorized");

  private static final BoundedPattern MISSING =
      BoundedPattern.compile("(?i)ActionNotSupported|NotImplemented|UnknownAction");

  private final HttpClient client;

  public OnvifClient(HttpClient client) {
    this.client = client;
  }

  /** What came of a call. */
  public enum Result {
    ANSWERED,
    /** It wants a login, or another one. */
    DENIED,
    /** It does not have that operation. */
    MISSING,
    /** A failure of SOAP that is neither. */
    FAULT,
    /** No answer of SOAP at all. */
    OTHER
  }

  /** An answer. */
  public record Answer(Result result, int status, String text, Exchange exchange) {}

  public HttpClient http() {
    return client;
  }

  /** Calls without a login. */
  public Answer call(String namespace, String operation) throws IOException, InterruptedException {
    return call(namespace, operation, "");
  }

  /** Calls as a user; the password crosses the network as a digest. */
  public Answer call(String namespace, String operation, String user, String password, Instant now)
      throws IOException, InterruptedException {
    byte[] nonce = ("pl" + now.toEpochMilli()).getBytes(StandardCharsets.US_ASCII);
    String created = now.truncatedTo(ChronoUnit.SECONDS).toString();
    String header =
        "<s:Header><Security s:mustUnderstand=\"1\" xmlns=\"http://docs.oasis-open.org/wss/2004/01/"
            + "oasis-200401-wss-wssecurity-secext-1.0.xsd\"><UsernameToken><Username>"
            + escaped(user)
            + "</Username><Password Type=\"http://docs.oasis-open.org/wss/2004/01/"
            + "oasis-200401-wss-username-token-profile-1.0#PasswordDigest\">"
            + digest(nonce, created, password)
            + "</Password><Nonce>"
            + Base64.getEncoder().encodeToString(nonce)
            + "</Nonce><Created xmlns=\"http://docs.oasis-open.org/wss/2004/01/"
            + "oasis-200401-wss-wssecurity-utility-1.0.xsd\">"
            + created
            + "</Created></UsernameToken></Security></s:Header>";
    return call(namespace, operation, header);
  }

  private Answer call(String namespace, String operation, String header)
      throws IOException, InterruptedException {
    String body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/"
            + "soap-envelope\">"
            + header
            + "<s:Body><"
            + operation
            + " xmlns=\""
            + namespace
            + "\"/></s:Body></s:Envelope>";
    Exchange exchange =
        client.send(
            new HttpRequest(
                "POST", PATH, Map.of("Content-Type", "application/soap+xml; charset=utf-8"), body));
    HttpResponse response = exchange.response();
    return new Answer(result(response, operation), response.status(), response.text(), exchange);
  }

  private static Result result(HttpResponse response, String operation) {
    String text = response.text();
    if (!text.contains("Envelope")) {
      return Result.OTHER;
    }
    if (response.isOk() && text.contains(operation + "Response")) {
      return Result.ANSWERED;
    }
    if (!text.contains("Fault")) {
      // An echo of the call, for one.
      return Result.OTHER;
    }
    if (DENIED.matcher(text).find()) {
      return Result.DENIED;
    }
    return MISSING.matcher(text).find() ? Result.MISSING : Result.FAULT;
  }

  private static String digest(byte[] nonce, String created, String password) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      sha.update(nonce);
      sha.update(created.getBytes(StandardCharsets.UTF_8));
      sha.update(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String escaped(String text) {
    return text.replaceAll("[^ -~]", "?").replace("&", "&amp;").replace("<", "&lt;");
  }
}

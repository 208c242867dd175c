package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.workbench.tls.SelfMadeCertificate;
import dev.plumbline.workbench.tls.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.SSLContext;
import org.jsoup.nodes.Document;

/**
 * A browser that opens pages for phones, and the phones.
 *
 * @param trust in the certificate that the workbench makes
 * @param known phones by the address that they call, so that each keeps its connection
 */
record PhoneDesk(
    Client client, SSLContext trust, String fingerprint, ConcurrentMap<String, Client> known) {

  /** Of a workbench that {@link Copies} started. */
  static PhoneDesk of(Workbench workbench, Path temporary, Instant now)
      throws IOException, InterruptedException, GeneralSecurityException {
    ServerCertificate certificate =
        SelfMadeCertificate.of(
            Accounts.beside(new AuthorKeys(temporary.resolve("keys")).folder()).folder(),
            InetAddress.ofLiteral("127.0.0.1"),
            now);
    return new PhoneDesk(
        Client.of(workbench),
        Tls.trusting(certificate),
        certificate.fingerprint(),
        new ConcurrentHashMap<>());
  }

  /** The part of a page that is about the phone. */
  Document panel(String query) throws IOException, InterruptedException {
    return client.page("/p/tag/phone" + query);
  }

  /** Opens the page for a phone and returns its link. */
  URI open(String query) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.post("/p/tag/phone" + query, "address", "127.0.0.1");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return URI.create(panel(query).select("#phone > p.id").text());
  }

  Client phone(URI link) {
    return known.computeIfAbsent(
        "https://" + link.getAuthority(),
        origin -> Client.to(origin, HttpClient.newBuilder().sslContext(trust)));
  }

  /** Sends a file as a phone does. */
  HttpResponse<String> send(URI link, byte[] file, String note)
      throws IOException, InterruptedException {
    return phone(link).upload(link.getPath(), "evidence", "IMG_1.jpg", file, "note", note);
  }

  /** Sends a file in a request that does not say how long it is. */
  HttpResponse<String> sendWithoutLength(URI link, byte[] file)
      throws IOException, InterruptedException {
    return phone(link).uploadWithoutLength(link.getPath(), "IMG_1.jpg", file);
  }
}

package dev.plumbline.probes.tlsendpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's web servers with the certificate {@code server.pem} of the directory. */
final class WebServers {
  private WebServers() {}

  /** nginx with those lines in its server block, in which DIR, ADDRESS and PORT are replaced. */
  static ServerProcess nginx(String address, Path directory, String lines) {
    int port = ServerProcess.freePort(address);
    String configuration =
        """
        daemon off;
        pid DIR/nginx.pid;
        error_log stderr notice;
        worker_processes 2;
        events {}
        http {
          access_log off;
          client_body_temp_path DIR/body;
          proxy_temp_path DIR/proxy;
          fastcgi_temp_path DIR/fastcgi;
          uwsgi_temp_path DIR/uwsgi;
          scgi_temp_path DIR/scgi;
          server {
            listen ADDRESS:PORT ssl;
            ssl_certificate DIR/server.pem;
            ssl_certificate_key DIR/server.key;
            LINES
            return 200 "ok";
          }
        }
        """
            .replace("LINES", lines)
            .replace("DIR", directory.toString())
            .replace("ADDRESS", address)
            .replace("PORT", String.valueOf(port));
    Path file = write(directory.resolve("nginx.conf"), configuration);
    return ServerProcess.listening(
        address,
        port,
        directory,
        List.of(
            "/usr/sbin/nginx", "-e", "stderr", "-p", directory.toString(), "-c", file.toString()),
        "start worker process ");
  }

  /** lighttpd with those lines behind its own. */
  static ServerProcess lighttpd(String address, Path directory, String lines) {
    int port = ServerProcess.freePort(address);
    String configuration =
        """
        server.document-root = "DIR"
        server.bind = "ADDRESS"
        server.port = PORT
        server.modules = ("mod_openssl")
        ssl.engine = "enable"
        ssl.pemfile = "DIR/server.pem"
        ssl.privkey = "DIR/server.key"
        LINES
        """
            .replace("LINES", lines)
            .replace("DIR", directory.toString())
            .replace("ADDRESS", address)
            .replace("PORT", String.valueOf(port));
    Path file = write(directory.resolve("lighttpd.conf"), configuration);
    return ServerProcess.listening(
        address,
        port,
        directory,
        List.of("/usr/sbin/lighttpd", "-D", "-f", file.toString()),
        "server started");
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

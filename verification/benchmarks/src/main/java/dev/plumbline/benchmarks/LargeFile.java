package dev.plumbline.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * A file of another tool, as large as is wanted: a head, records that differ by their number, and
 * an end.
 *
 * @param first a record of the device, so that something is found
 * @param record by number
 */
record LargeFile(
    String name,
    String head,
    String first,
    LongFunction<String> record,
    String between,
    String end) {

  /** Writes records until the file has that size in bytes. */
  void write(Path to, long size) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 20)) {
      long written = put(out, head) + put(out, first);
      for (long n = 0; written < size - end.length(); n++) {
        written += put(out, between) + put(out, record.apply(n));
      }
      put(out, end);
    }
  }

  private static long put(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    return bytes.length;
  }

  /** A scan of a large network, with services and scripts, in which the device is one host. */
  static LargeFile nmap() {
    return new LargeFile(
        "nmap.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE nmaprun>
        <nmaprun scanner="nmap" args="nmap -sV -p 1-1000 -oX nmap.xml 10.0.0.0/8" start="1795521133" version="7.95" xmloutputversion="1.05">
        <scaninfo type="syn" protocol="tcp" numservices="1000" services="1-1000"/>
        """,
        host(DossierCopy.ADDRESS, 0),
        n -> host("10." + n / 65_536 % 256 + "." + n / 256 % 256 + "." + n % 256, n),
        "",
        """
        <runstats><finished time="1795525000" elapsed="3867" exit="success"/><hosts up="1" down="0" total="1"/></runstats>
        </nmaprun>
        """);
  }

  private static String host(String address, long n) {
    StringBuilder host = new StringBuilder(4_096);
    host.append("<host starttime=\"1795521134\" endtime=\"1795521234\">")
        .append("<status state=\"up\" reason=\"user-set\" reason_ttl=\"0\"/>\n<address addr=\"")
        .append(address)
        .append("\" addrtype=\"ipv4\"/>\n<hostnames>\n<hostname name=\"host-")
        .append(n)
        .append(".example.net\" type=\"PTR\"/>\n</hostnames>\n")
        .append("<ports><extraports state=\"closed\" count=\"992\">\n")
        .append("<extrareasons reason=\"reset\" count=\"992\" proto=\"tcp\" ports=\"1-20,")
        .append("26-79,81-442,444-1000\"/>\n</extraports>\n");
    for (int port : new int[] {21, 22, 23, 25, 80, 443}) {
      host.append("<port protocol=\"tcp\" portid=\"")
          .append(port)
          .append("\"><state state=\"open\" reason=\"syn-ack\" reason_ttl=\"64\"/>")
          .append("<service name=\"http\" product=\"CamHttpd\" version=\"1.")
          .append(n % 90)
          .append(
              "\" extrainfo=\"&quot;embedded&quot;\" ostype=\"Linux\" method=\"probed\" conf=\"10\">")
          .append("<cpe>cpe:/a:example:camhttpd:1.0</cpe><cpe>cpe:/o:linux:linux_kernel</cpe>")
          .append("</service><script id=\"http-title\" output=\"&#xa;  Camera ")
          .append(n)
          .append("&#xa;  Requested resource was /login&#xa;\"><elem key=\"title\">Camera</elem>\n")
          .append("<elem key=\"redirect_url\">/login</elem>\n</script></port>\n");
    }
    return host.append("</ports>\n<times srtt=\"100\" rttvar=\"5000\" to=\"100000\"/>\n</host>\n")
        .toString();
  }

  /** A list of software as generators write it, with hashes, licences and properties. */
  static LargeFile cycloneDx() {
    return new LargeFile(
        "bom.cdx.json",
        """
        {
          "bomFormat": "CycloneDX",
          "specVersion": "1.6",
          "version": 1,
          "metadata": {
            "timestamp": "2026-11-24T12:00:00Z",
            "tools": {"components": [{"type": "application", "name": "generator", "version": "1.0"}]},
            "component": {"bom-ref": "image", "type": "firmware", "name": "camera", "version": "2.1.7"}
          },
          "components": [
        """,
        component(-1),
        LargeFile::component,
        ",\n",
        "\n  ]\n}\n");
  }

  private static String component(long n) {
    return String.format(
        Locale.ROOT,
        """
            {
              "bom-ref": "pkg:deb/debian/library-%1$d@1.%2$d.0?package-id=%3$016x",
              "type": "library",
              "publisher": "Maintainers of library %1$d <library@example.org>",
              "name": "library-%1$d",
              "version": "1.%2$d.0",
              "description": "Does what a library of this number does; its text is of a usual length.",
              "hashes": [
                {"alg": "SHA-1", "content": "%3$040x"},
                {"alg": "SHA-256", "content": "%3$064x"}
              ],
              "licenses": [{"license": {"id": "Apache-2.0"}}, {"license": {"name": "Public \\"Domain\\""}}],
              "cpe": "cpe:2.3:a:example:library-%1$d:1.%2$d.0:*:*:*:*:*:*:*",
              "purl": "pkg:deb/debian/library-%1$d@1.%2$d.0?arch=arm64",
              "properties": [
                {"name": "generator:package:foundBy", "value": "dpkg-db-cataloger"},
                {"name": "generator:location:0:path", "value": "/var/lib/dpkg/status.d/library-%1$d"}
              ]
            }""",
        n,
        Math.floorMod(n, 50),
        Math.abs(n * 2_654_435_761L));
  }

  /** What a browser recorded, with the bodies that it loaded. */
  static LargeFile har() {
    String body = "<p class=\\\"state\\\">The camera is on.</p>\\n".repeat(60);
    return new LargeFile(
        "session.har",
        """
        {"log": {"version": "1.2", "creator": {"name": "Browser", "version": "141.0"}, "pages": [], "entries": [
        """,
        exchange(-1, DossierCopy.ADDRESS, body),
        n -> exchange(n, n % 4 == 0 ? DossierCopy.ADDRESS : "203.0.113.7", body),
        ",\n",
        "]}}\n");
  }

  private static String exchange(long n, String host, String body) {
    return String.format(
        Locale.ROOT,
        """
            {
              "startedDateTime": "2026-11-24T12:00:00.000Z",
              "time": 5.25,
              "request": {
                "method": "GET",
                "url": "http://%2$s:8080/page/%3$d?session=%1$d",
                "httpVersion": "HTTP/1.1",
                "cookies": [],
                "headers": [
                  {"name": "Host", "value": "%2$s"},
                  {"name": "User-Agent", "value": "Mozilla/5.0 (X11; Linux x86_64) Browser/141.0"},
                  {"name": "Accept", "value": "text/html,application/xhtml+xml"},
                  {"name": "Cookie", "value": "sid=%1$d"}
                ],
                "queryString": [{"name": "session", "value": "%1$d"}],
                "headersSize": 312,
                "bodySize": 0
              },
              "response": {
                "status": 200,
                "statusText": "OK",
                "httpVersion": "HTTP/1.1",
                "cookies": [],
                "headers": [
                  {"name": "Server", "value": "CamHttpd/1.0"},
                  {"name": "Content-Type", "value": "text/html"}
                ],
                "content": {"size": 2280, "mimeType": "text/html", "text": "%4$s"},
                "redirectURL": "",
                "headersSize": 120,
                "bodySize": 2280
              },
              "cache": {},
              "timings": {"blocked": 0.1, "dns": -1, "connect": -1, "send": 0.2, "wait": 4.1, "receive": 0.8}
            }""",
        n,
        host,
        Math.floorMod(n, 1_500),
        body);
  }
}

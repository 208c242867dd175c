package dev.plumbline.testbed.http;

import dev.plumbline.testbed.net.DeviceAccounts;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The device service of ONVIF: the time for anybody, the rest behind a user name token. Settings of
 * the page: {@code open} (the rest for anybody too).
 */
final class OnvifPage {
  private OnvifPage() {}

  static HttpResponse answer(
      Settings page, PartContext part, DeviceAccounts accounts, HttpRequest request) {
    if (!request.method().equals("POST")) {
      return HttpResponse.html(405, "Method Not Allowed", "");
    }
    String body = request.body();
    if (body.contains("GetSystemDateAndTime")) {
      return said(200, "<tds:GetSystemDateAndTimeResponse/>");
    }
    if (!page.flag("open", false) && !knows(accounts, body)) {
      return said(
          400,
          "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:NotAuthorized"
              + "</s:Value></s:Subcode></s:Code></s:Fault>");
    }
    if (body.contains("GetDeviceInformation")) {
      return said(
          200,
          part.fill(
              "<tds:GetDeviceInformationResponse><tds:Model>${model}</tds:Model>"
                  + "<tds:FirmwareVersion>${version}</tds:FirmwareVersion>"
                  + "<tds:SerialNumber>${serial}</tds:SerialNumber>"
                  + "</tds:GetDeviceInformationResponse>"));
    }
    if (body.contains("GetUsers")) {
      return said(
          200,
          "<tds:GetUsersResponse><tds:User><tt:Username>admin</tt:Username><tt:UserLevel>"
              + "Administrator</tt:UserLevel></tds:User></tds:GetUsersResponse>");
    }
    return said(
        400, "<s:Fault><s:Code><s:Value>ter:ActionNotSupported</s:Value></s:Code></s:Fault>");
  }

  /** WS-Security's digest: SHA-1 over nonce, time and password. */
  private static boolean knows(DeviceAccounts accounts, String body) {
    String user = between(body, "Username");
    String password = accounts.known().get(user);
    if (password == null) {
      return false;
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      sha.update(Base64.getDecoder().decode(between(body, "Nonce")));
      sha.update(between(body, "Created").getBytes(StandardCharsets.UTF_8));
      sha.update(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha.digest()).equals(between(body, "Password"));
    } catch (IllegalArgumentException e) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String between(String body, String element) {
    Matcher m = Pattern.compile("<(?:\\w+:)?" + element + "(?: [^>]*)?>([^<]*)</").matcher(body);
    return m.find() ? m.group(1) : "";
  }

  private static HttpResponse said(int status, String body) {
    String envelope =
        "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
            + " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\""
            + " xmlns:tt=\"http://www.onvif.org/ver10/schema\""
            + " xmlns:ter=\"http://www.onvif.org/ver10/error\"><s:Body>"
            + body
            + "</s:Body></s:Envelope>";
    return HttpResponse.of(
        status, "application/soap+xml; charset=utf-8", envelope.getBytes(StandardCharsets.UTF_8));
  }
}

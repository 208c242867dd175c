package dev.plumbline.observation.registry;

import dev.plumbline.observation.Codec;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.app.AppScan;
import dev.plumbline.observation.firmware.FirmwareAccounts;
import dev.plumbline.observation.firmware.FirmwareAddresses;
import dev.plumbline.observation.firmware.FirmwareAudit;
import dev.plumbline.observation.firmware.FirmwareCertificates;
import dev.plumbline.observation.firmware.FirmwareContents;
import dev.plumbline.observation.firmware.FirmwareHardening;
import dev.plumbline.observation.firmware.FirmwareMarkers;
import dev.plumbline.observation.firmware.FirmwarePermissions;
import dev.plumbline.observation.firmware.FirmwareSecrets;
import dev.plumbline.observation.firmware.FirmwareServices;
import dev.plumbline.observation.firmware.FirmwareSignature;
import dev.plumbline.observation.hardware.ConsoleLog;
import dev.plumbline.observation.hardware.DebugPort;
import dev.plumbline.observation.hardware.DebugWrite;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.observation.http.HttpExchanges;
import dev.plumbline.observation.http.HttpHeaders;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.http.InputReflection;
import dev.plumbline.observation.http.InputReplay;
import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.observation.http.WebsocketAccess;
import dev.plumbline.observation.login.AccessMatrix;
import dev.plumbline.observation.login.LoginBruteForce;
import dev.plumbline.observation.login.LoginDeclared;
import dev.plumbline.observation.login.LoginDefaultPassword;
import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.observation.login.LoginPasswordChange;
import dev.plumbline.observation.login.LoginSession;
import dev.plumbline.observation.login.PasswordSamples;
import dev.plumbline.observation.network.AttackSurface;
import dev.plumbline.observation.network.BacnetPresence;
import dev.plumbline.observation.network.CoapResources;
import dev.plumbline.observation.network.ConsoleSockets;
import dev.plumbline.observation.network.DeviceAddresses;
import dev.plumbline.observation.network.DnsResolver;
import dev.plumbline.observation.network.FtpAccess;
import dev.plumbline.observation.network.LaterPorts;
import dev.plumbline.observation.network.MdnsServices;
import dev.plumbline.observation.network.ModbusAccess;
import dev.plumbline.observation.network.MqttAccess;
import dev.plumbline.observation.network.NtpService;
import dev.plumbline.observation.network.OnvifAccess;
import dev.plumbline.observation.network.RtspAccess;
import dev.plumbline.observation.network.ScanFindings;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.SnmpAccess;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.network.TftpFiles;
import dev.plumbline.observation.network.UdpOpenPorts;
import dev.plumbline.observation.network.UpnpControl;
import dev.plumbline.observation.network.UpnpSurface;
import dev.plumbline.observation.page.PageFetched;
import dev.plumbline.observation.page.PageMentions;
import dev.plumbline.observation.page.PageSecurityTxt;
import dev.plumbline.observation.radio.RadioOthers;
import dev.plumbline.observation.radio.RadioScan;
import dev.plumbline.observation.run.DeviceHealth;
import dev.plumbline.observation.run.DriverActionDone;
import dev.plumbline.observation.run.RunLogins;
import dev.plumbline.observation.run.RunProbeDone;
import dev.plumbline.observation.software.SoftwareComponents;
import dev.plumbline.observation.software.SoftwareVulnerabilities;
import dev.plumbline.observation.software.VexStatements;
import dev.plumbline.observation.software.VulnerabilityKnownExploited;
import dev.plumbline.observation.ssh.SshAlgorithms;
import dev.plumbline.observation.ssh.SshHostKeys;
import dev.plumbline.observation.ssh.SshMethods;
import dev.plumbline.observation.supply.MudDeclared;
import dev.plumbline.observation.supply.PicsDeclared;
import dev.plumbline.observation.supply.TestrunResults;
import dev.plumbline.observation.tls.DtlsEndpoint;
import dev.plumbline.observation.tls.TlsCertificate;
import dev.plumbline.observation.tls.TlsClient;
import dev.plumbline.observation.tls.TlsGroups;
import dev.plumbline.observation.tls.TlsSignatures;
import dev.plumbline.observation.tls.TlsSuites;
import dev.plumbline.observation.tls.TlsVersions;
import dev.plumbline.observation.tls.TlsWeaknesses;
import dev.plumbline.observation.traffic.TrafficAlerts;
import dev.plumbline.observation.traffic.TrafficClearText;
import dev.plumbline.observation.traffic.TrafficContacts;
import dev.plumbline.observation.traffic.TrafficFlows;
import dev.plumbline.observation.traffic.TrafficNames;
import dev.plumbline.observation.traffic.TrafficReconnects;
import dev.plumbline.observation.traffic.TrafficRequests;
import dev.plumbline.observation.traffic.TrafficServed;
import dev.plumbline.observation.traffic.TrafficTls;
import dev.plumbline.observation.trial.BootTrial;
import dev.plumbline.observation.trial.DataCreated;
import dev.plumbline.observation.trial.DeletionTrial;
import dev.plumbline.observation.trial.DeviceState;
import dev.plumbline.observation.trial.OutageIsolation;
import dev.plumbline.observation.trial.OutageNetwork;
import dev.plumbline.observation.trial.OutagePower;
import dev.plumbline.observation.trial.ReplacementTrial;
import dev.plumbline.observation.trial.SetupDecision;
import dev.plumbline.observation.trial.SetupWalk;
import dev.plumbline.observation.trial.UpdateFetch;
import dev.plumbline.observation.trial.UpdateSetting;
import dev.plumbline.observation.trial.UpdateTrial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kind of observation, in the order of docs/observations.md. */
public final class Kinds {
  private static final List<Codec<?>> ALL =
      List.of(
          Codec.of(TcpOpenPorts.class),
          Codec.of(LaterPorts.class),
          Codec.of(UdpOpenPorts.class),
          Codec.of(ServiceIdentified.class),
          Codec.of(FtpAccess.class),
          Codec.of(DeviceAddresses.class),
          Codec.of(ConsoleSockets.class),
          Codec.of(ServiceDisclosed.class),
          Codec.of(ScanFindings.class),
          Codec.of(DnsResolver.class),
          Codec.of(MdnsServices.class),
          Codec.of(NtpService.class),
          Codec.of(SnmpAccess.class),
          Codec.of(TftpFiles.class),
          Codec.of(UpnpSurface.class),
          Codec.of(UpnpControl.class),
          Codec.of(AttackSurface.class),
          Codec.of(OnvifAccess.class),
          Codec.of(ModbusAccess.class),
          Codec.of(BacnetPresence.class),
          Codec.of(MqttAccess.class),
          Codec.of(RtspAccess.class),
          Codec.of(CoapResources.class),
          Codec.of(DtlsEndpoint.class),
          Codec.of(TlsVersions.class),
          Codec.of(TlsSuites.class),
          Codec.of(TlsGroups.class),
          Codec.of(TlsSignatures.class),
          Codec.of(TlsCertificate.class),
          Codec.of(TlsWeaknesses.class),
          Codec.of(TlsClient.class),
          Codec.of(SshAlgorithms.class),
          Codec.of(SshHostKeys.class),
          Codec.of(SshMethods.class),
          Codec.of(HttpSurface.class),
          Codec.of(ApiSurface.class),
          Codec.of(WebsocketAccess.class),
          Codec.of(HttpHeaders.class),
          Codec.of(HttpExchanges.class),
          Codec.of(InputReflection.class),
          Codec.of(InputValidation.class),
          Codec.of(InputReplay.class),
          Codec.of(LoginMechanism.class),
          Codec.of(LoginDeclared.class),
          Codec.of(LoginSession.class),
          Codec.of(LoginDefaultPassword.class),
          Codec.of(LoginBruteForce.class),
          Codec.of(LoginPasswordChange.class),
          Codec.of(PasswordSamples.class),
          Codec.of(AccessMatrix.class),
          Codec.of(PageFetched.class),
          Codec.of(PageMentions.class),
          Codec.of(PageSecurityTxt.class),
          Codec.of(MudDeclared.class),
          Codec.of(PicsDeclared.class),
          Codec.of(TestrunResults.class),
          Codec.of(DeviceHealth.class),
          Codec.of(RunLogins.class),
          Codec.of(RunProbeDone.class),
          Codec.of(DriverActionDone.class),
          Codec.of(DeviceState.class),
          Codec.of(DeletionTrial.class),
          Codec.of(DataCreated.class),
          Codec.of(SetupWalk.class),
          Codec.of(SetupDecision.class),
          Codec.of(UpdateSetting.class),
          Codec.of(UpdateTrial.class),
          Codec.of(UpdateFetch.class),
          Codec.of(BootTrial.class),
          Codec.of(OutageNetwork.class),
          Codec.of(OutagePower.class),
          Codec.of(OutageIsolation.class),
          Codec.of(ReplacementTrial.class),
          Codec.of(SoftwareComponents.class),
          Codec.of(SoftwareVulnerabilities.class),
          Codec.of(VexStatements.class),
          Codec.of(VulnerabilityKnownExploited.class),
          Codec.of(FirmwareSecrets.class),
          Codec.of(FirmwareMarkers.class),
          Codec.of(FirmwareHardening.class),
          Codec.of(FirmwareAudit.class),
          Codec.of(FirmwareContents.class),
          Codec.of(FirmwareAccounts.class),
          Codec.of(FirmwareCertificates.class),
          Codec.of(FirmwareServices.class),
          Codec.of(FirmwarePermissions.class),
          Codec.of(FirmwareAddresses.class),
          Codec.of(FirmwareSignature.class),
          Codec.of(AppScan.class),
          Codec.of(RadioScan.class),
          Codec.of(RadioOthers.class),
          Codec.of(DebugPort.class),
          Codec.of(DebugWrite.class),
          Codec.of(ConsoleLog.class),
          Codec.of(TrafficAlerts.class),
          Codec.of(TrafficFlows.class),
          Codec.of(TrafficContacts.class),
          Codec.of(TrafficServed.class),
          Codec.of(TrafficNames.class),
          Codec.of(TrafficTls.class),
          Codec.of(TrafficRequests.class),
          Codec.of(TrafficClearText.class),
          Codec.of(TrafficReconnects.class));

  private static final Map<String, Codec<?>> BY_KEY = new LinkedHashMap<>();
  private static final Map<Class<?>, Codec<?>> BY_TYPE = new LinkedHashMap<>();

  static {
    ALL.forEach(
        codec -> {
          BY_KEY.put(codec.key(), codec);
          BY_TYPE.put(codec.type(), codec);
        });
  }

  private Kinds() {}

  public static List<Codec<?>> all() {
    return ALL;
  }

  /** The kind with that key; empty when there is none. */
  public static Optional<Codec<?>> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /**
   * The kind of that record.
   *
   * @throws IllegalArgumentException if it is not among {@link #all}
   */
  @SuppressWarnings("unchecked") // Each codec is stored under the type that it was made for.
  public static <F extends Fact> Codec<F> of(Class<F> type) {
    Codec<?> codec = BY_TYPE.get(type);
    if (codec == null) {
      throw new IllegalArgumentException(type.getName() + " is no kind of observation");
    }
    return (Codec<F>) codec;
  }

  /** The key of that kind. */
  public static String key(Class<? extends Fact> type) {
    return of(type).key();
  }

  /** The keys of those kinds. */
  @SafeVarargs
  public static List<String> keys(Class<? extends Fact>... types) {
    List<String> keys = new ArrayList<>();
    for (Class<? extends Fact> type : types) {
      keys.add(key(type));
    }
    return List.copyOf(keys);
  }

  /** The key and the stored form of a fact. */
  @SuppressWarnings("unchecked") // A record has no subclass, so its class is that of its codec.
  public static <F extends Fact> Stored stored(F fact) {
    return of((Class<F>) fact.getClass()).write(fact);
  }
}

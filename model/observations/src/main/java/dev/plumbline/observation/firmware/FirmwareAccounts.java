package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code firmware.accounts}. */
@Kind(value = "firmware.accounts", subject = "`DUT`")
@Says(
    "Accounts in an image, never a hash. No account file in what could be opened: "
        + "UNDETERMINED.")
public record FirmwareAccounts(
    @Says("the first 20,000") List<Account> accounts,
    @Says("number of all") long count,
    @Coverage @Says("number") long accountFiles,
    @Coverage @Says("those tried, with their size") List<String> lists,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Says("format to number of containers that were opened to their end")
        Map<String, Long> opened,
    @Coverage @Says("number of files looked at") long files,
    @Coverage @Says("number of bytes looked at") long bytes,
    @Coverage @Says("the first 20,000 parts that were not opened") List<Unopened> unopened,
    @Coverage @Says("everything was opened and all rows are kept") boolean complete)
    implements Counted {
  /** An account. */
  @Says("An account.")
  public record Account(
      @Says("its name") String name,
      @Says("where") String place,
      @Says("the line") Optional<Long> line,
      @Says(
              "`hash`, `empty`, `locked`, `elsewhere` (the shadow file, which was not found), "
                  + "or that it cannot be told")
          String password,
      @Says("`des`, `md5`, `bcrypt`, `sha256`, `sha512`, `yescrypt`, …") Optional<String> scheme,
      @Says(
              "the list that has the password (`mirai-2016`, `common`, `user-name`), `none` "
                  + "when no list has it, `untried`")
          Optional<String> known,
      @Says("the shell") Optional<String> shell,
      @Says("whether it can log in") @Words({"yes", "no", "unknown"}) String login,
      @Says("its number") Optional<String> uid) {}
}

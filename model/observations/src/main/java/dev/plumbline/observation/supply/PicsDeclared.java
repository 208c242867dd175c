package dev.plumbline.observation.supply;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;

/** {@code pics.declared}. */
@Kind(value = "pics.declared", subject = "`pics/PREFIX`")
@Says(
    "Items of a protocol implementation conformance statement (PICS) of Matter whose codes begin "
        + "with the prefix, such as `MCORE`. The manufacturer's statement for certification, no "
        + "measurement.")
public record PicsDeclared(
    @Says("codes of what the product supports") List<String> supported,
    @Says("codes of what the product does not support") List<String> unsupported,
    @Coverage @Says("number of items with the prefix") long items,
    @Coverage @Says("the file has an end mark, and everything was kept") boolean complete)
    implements Fact {}

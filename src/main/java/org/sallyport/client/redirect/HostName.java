package org.sallyport.client.redirect;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Host names as lists of labels, RFC 1123 §2.1: no text comparison takes one for another. */
final class HostName {

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");

  private HostName() {}

  /** Whether a host is another one with labels before it. */
  static boolean isBelow(String host, String lower) {
    var ours = labels(host);
    var theirs = labels(lower);
    return canHaveSubdomains(host)
        && theirs.size() > ours.size()
        && theirs.stream().allMatch(label -> LABEL.matcher(label).matches())
        && theirs.subList(theirs.size() - ours.size(), theirs.size()).equals(ours);
  }

  /** Whether it is a name of two labels or more, as everybody's hosts are below one label. */
  static boolean canHaveSubdomains(String host) {
    var labels = labels(host);
    return labels.size() > 1
        && labels.stream().allMatch(label -> LABEL.matcher(label).matches())
        && !NUMBER.matcher(labels.get(labels.size() - 1)).matches();
  }

  private static List<String> labels(String host) {
    return Arrays.asList(host.split("\\.", -1));
  }
}

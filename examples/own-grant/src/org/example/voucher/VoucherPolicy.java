package org.example.voucher;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sallyport.client.ClientPolicy;
import org.sallyport.client.NewClient;

/** Lets only clients with "shop" in their names have vouchers. */
@ApplicationScoped
public class VoucherPolicy implements ClientPolicy {

  @Override
  public Optional<String> refusal(NewClient wanted) {
    return Optional.of("Vouchers are for shops: put “shop” into the name.")
        .filter(words -> wanted.grantTypes().contains(VoucherGrant.TYPE))
        .filter(words -> !wanted.name().contains("shop"));
  }
}

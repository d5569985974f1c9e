package org.sallyport.user.ldap;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.File;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.sallyport.config.LdapStoreSettings;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.user.store.StoreAwayException;

/** Connections to a directory: some that search as the configured account, some that try binds. */
final class LdapDirectory {

  private static final int MOST_GROUPS = 1000;
  private static final Set<ResultCode> AWAY =
      Set.of(ResultCode.BUSY, ResultCode.UNAVAILABLE, ResultCode.TIMEOUT, ResultCode.SERVER_DOWN);

  /** RFC 4511 §4.1.9; ApacheDS answers the last one to characters that no name may have. */
  private static final Set<ResultCode> ABOUT_VALUE =
      Set.of(
          ResultCode.INAPPROPRIATE_MATCHING,
          ResultCode.CONSTRAINT_VIOLATION,
          ResultCode.INVALID_ATTRIBUTE_SYNTAX,
          ResultCode.INVALID_DN_SYNTAX,
          ResultCode.ALIAS_DEREFERENCING_PROBLEM);

  private final String name;
  private final LdapStoreSettings settings;
  private final LDAPConnectionPool searches;
  private final LDAPConnectionPool binds;

  /** As many as the pools have connections, whose own refusal looks like a directory's absence. */
  private final Semaphore searching;

  private final Semaphore binding;

  LdapDirectory(String name, LdapStoreSettings settings) {
    this.name = name;
    this.settings = settings;
    this.searching = new Semaphore(settings.pool());
    this.binding = new Semaphore(settings.pool());
    try {
      this.searches = pool(account());
      this.binds = pool(null);
    } catch (LDAPException | GeneralSecurityException e) {
      throw new ConfigurationException(
          "sallyport.user-store.%s.ldap.url: no connection can be made with it or with ldap.ca; check"
                  .formatted(name)
              + " both.");
    }
  }

  private BindRequest account() {
    return settings.bindDn().isEmpty()
        ? null
        : new SimpleBindRequest(settings.bindDn(), settings.bindPassword());
  }

  private LDAPConnectionPool pool(BindRequest bind) throws LDAPException, GeneralSecurityException {
    var url = new LDAPURL(settings.url());
    var isTls = url.getScheme().equals("ldaps");
    var factory = isTls ? tls().getSocketFactory() : SocketFactory.getDefault();
    var sockets = new BoundedSockets(factory, (int) settings.timeout().toMillis());
    var servers = new SingleServerSet(url.getHost(), url.getPort(), sockets, options());
    PostConnectProcessor start =
        isTls || settings.insecure() ? null : new StartTLSPostConnectProcessor(tls());
    // None at first: a directory that is away must not stop this server.
    var pool = new LDAPConnectionPool(servers, bind, 0, settings.pool(), start, false);
    pool.setConnectionPoolName("sallyport user store " + name);
    pool.setMaxWaitTimeMillis(settings.timeout().toMillis());
    pool.setCreateIfNecessary(false);
    pool.setRetryFailedOperationsDueToInvalidConnections(true);
    return pool;
  }

  private LDAPConnectionOptions options() {
    var options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis((int) settings.timeout().toMillis());
    options.setResponseTimeoutMillis(settings.timeout().toMillis());
    options.setUseSynchronousMode(true);
    options.setFollowReferrals(false);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
    return options;
  }

  private SSLContext tls() throws GeneralSecurityException {
    if (settings.ca().isEmpty()) {
      return SSLContext.getDefault();
    }
    try {
      return new SSLUtil(new PEMFileTrustManager(new File(settings.ca().get()))).createSSLContext();
    } catch (KeyStoreException e) {
      throw new ConfigurationException(
          "sallyport.user-store.%s.ldap.ca: the file is no PEM of a certificate; give one."
              .formatted(name));
    }
  }

  /** At most two people that a filter finds. */
  List<SearchResultEntry> people(Filter filter, String... attributes) throws LDAPException {
    return search(settings.base(), filter, 2, attributes);
  }

  List<SearchResultEntry> groups(Filter filter) throws LDAPException {
    return search(settings.groupsBase(), filter, MOST_GROUPS, SearchRequest.NO_ATTRIBUTES);
  }

  private List<SearchResultEntry> search(String base, Filter filter, int most, String... attributes)
      throws LDAPException {
    var request = new SearchRequest(base, SearchScope.SUB, filter, attributes);
    request.setSizeLimit(most);
    enter(searching);
    try {
      return searches.search(request).getSearchEntries();
    } catch (com.unboundid.ldap.sdk.LDAPSearchException e) {
      if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
        return e.getSearchEntries();
      }
      throw e;
    } finally {
      searching.release();
    }
  }

  private void enter(Semaphore places) {
    try {
      if (places.tryAcquire(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw StoreAwayException.busy(name);
  }

  /** Whether an entry's password is this one, as the directory sees it. */
  boolean binds(String dn, String password) {
    enter(binding);
    try {
      return binds
          .bind(new SimpleBindRequest(dn, password))
          .getResultCode()
          .equals(ResultCode.SUCCESS);
    } catch (LDAPException e) {
      if (isAway(e)) {
        throw away(e);
      }
      return false;
    } finally {
      binding.release();
    }
  }

  private static boolean isAway(LDAPException e) {
    return !e.getResultCode().isConnectionUsable() || AWAY.contains(e.getResultCode());
  }

  /** Whether the directory has an answer, and only the value that it was asked for is odd. */
  static boolean isAboutValue(LDAPException e) {
    return ABOUT_VALUE.contains(e.getResultCode());
  }

  /** The directory cannot answer, or not to us. */
  StoreAwayException away(LDAPException e) {
    return new StoreAwayException(name, e.getResultCode() + " from the directory");
  }

  void close() {
    searches.close();
    binds.close();
  }
}
